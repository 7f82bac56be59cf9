import SimKernel

/// Wrong on purpose: `.owner` is not set, so an open file does not pin the module. C: `noowner.c`.
public final class Noowner: Module {
  private var got = 0
  private var heap = 0
  private var blockMs = 0
  private let message = Array("not pinned\n".utf8)
  private lazy var fops = FileOperations(
    open: .named("d_open", dOpen), release: .named("d_release", dRelease),
    read: .named("d_read", dRead))

  public static let parameters: [ModuleParameter] = [
    .int("heap", \Noowner.heap, permissions: 0o444),
    .int("block_ms", \Noowner.blockMs, permissions: 0o644),
  ]

  public init() {}

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("noowner: open, module_refcount=\(moduleRefcount(thisModule))\n")
  }

  private func dRelease(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("noowner: release\n")
  }

  private func dRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    if blockMs != 0 { await msleep(blockMs) }
    let count = try await simpleReadFromBuffer(buffer, file, message)
    prInfo("noowner: read returns \(count)\n")
    return count
  }

  public func initModule() async throws(Errno) {
    let operations = heap != 0 ? kmemdup(fops) : fops
    got = try registerChrdev(0, "noowner", operations)
    prInfo(
      "noowner: major \(got) fops \(address(of: operations)) d_read \(address(ofFunction: "d_read"))\n"
    )
  }

  public func cleanupModule() async {
    try? unregisterChrdev(got, "noowner")
    prInfo("noowner: bye\n")
  }
}
