package import SimKernel

/// Fails where it is asked to: `where` is init, open, read, readlocked, write, release or exit.
///
/// C: `oopser.c`.
package final class Oopser: RecordedModule {
  private var place = ""
  private var kind = 0
  private var got = 0
  private let mutex = KernelMutex()
  private lazy var fops = FileOperations(
    prefix: "d", owner: self, open: dOpen, release: dRelease,
    read: dRead, write: dWrite)

  package static var parameters: [ModuleParameter] {
    [
      .charp("where", \Oopser.place, permissions: 0o644),
      .int("kind", \Oopser.kind, permissions: 0o644),
    ]
  }
  package static let functions: [ModuleFunctionName] = [
    .text("d_open"), .text("d_release"), .text("d_read"), .text("d_write"), .exit("m_exit"),
    .cold("boom"),
  ]

  package init() {}

  private func boom(_ here: String) {
    var isCall = false
    subroutine("boom") {
      if here != place { return }
      prInfo("oopser: about to fail in \(here)\n")
      switch kind {
      case 1: bug(file: "modules/oopser.c")
      case 2: warnOn(true, file: "modules/oopser.c")
      case 3: store(1, at: Address(0xdead_0000_0000_0100))
      case 4: isCall = true
      case 5: _ = divide(1, by: 0)
      default: store(1, at: Address(0))
      }
    }
    // The compiler makes a jump of the call, which comes last: boom's own frame has gone by then.
    if isCall { callFunction(at: Address(0)) }
  }

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) { boom("open") }
  private func dRelease(_ inode: Inode, _ file: File) async throws(Errno) { boom("release") }

  private func dRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    await mutexLock(mutex)
    boom("readlocked")
    mutexUnlock(mutex)
    boom("read")
    return 0
  }

  private func dWrite(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    boom("write")
    return buffer.count
  }

  package func initModule() async throws(Errno) {
    got = try registerChrdev(0, "oopser", fops)
    boom("init")
  }

  package func cleanupModule() async {
    boom("exit")
    try? unregisterChrdev(got, "oopser")
    prInfo("oopser: bye\n")
  }
}
