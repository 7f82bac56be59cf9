internal import SimKernel

extension Program {
  /// Takes the names of files away: `-f` says nothing of those that there are not.
  ///
  /// Folders of the machine are never empty, and stay.
  static let rm = Program(name: "rm") { invocation in
    let options = Options(invocation.arguments, flags: "frRi")
    let system = invocation.system
    let isBusybox = invocation.machine.tools.isBusybox
    if let option = options.invalid { return await invocation.refuse(option, "rm") }
    if options.operands.isEmpty, !options.has("f") {
      await system.print(
        isBusybox ? "Usage: rm [-irf] FILE..." : "rm: too few arguments", to: 2)
      return 1
    }
    var status = 0
    for path in options.operands {
      do throws(Errno) {
        if try await system.status(of: path).kind == .folder { throw .EISDIR }
        try await system.unlink(path)
      } catch {
        if error == .ENOENT, options.has("f") { continue }
        await system.print("rm: " + complaint(path, error, isBusybox), to: 2)
        status = 1
      }
    }
    return status
  }

  private static func complaint(_ path: String, _ error: Errno, _ isBusybox: Bool) -> String {
    if error == .EISDIR {
      return isBusybox ? "'\(path)' is a directory" : "`\(path)' is a directory"
    }
    return isBusybox ? "can't remove '\(path)': \(error)" : "cannot remove `\(path)': \(error)"
  }
}
