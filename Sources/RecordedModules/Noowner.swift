package import SimKernel

/// Wrong on purpose: `.owner` is not set, so an open file does not pin the module.
///
/// C: `noowner.c`.
package final class Noowner: RecordedModule {
  private var got = 0
  private var heap = 0
  private var blockMs = 0
  private let message = "not pinned\n"
  private lazy var fops = FileOperations(
    prefix: "d", open: dOpen, release: dRelease,
    read: dRead)

  package static var parameters: [ModuleParameter] {
    [
      .int("heap", \Noowner.heap, permissions: 0o444),
      .int("block_ms", \Noowner.blockMs, permissions: 0o644),
    ]
  }

  package static var functions: [ModuleFunctionName] {
    [.text("d_read"), .text("d_open"), .text("d_release"), .exit("m_exit")]
  }

  package init() {}

  private func dOpen(_ inode: Inode, _ file: File) async throws(Errno) {
    prInfo("noowner: open, module_refcount=\(refcount)\n")
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

  package func initModule() async throws(Errno) {
    let operations = heap != 0 ? try kmalloc(fops) : fops
    got = try registerChrdev(0, "noowner", operations)
    prInfo(
      "noowner: major \(got) fops \(address(of: operations)) d_read \(address(ofFunction: "d_read"))\n"
    )
  }

  package func cleanupModule() async {
    try? unregisterChrdev(got, "noowner")
    prInfo("noowner: bye\n")
  }
}
