internal import SimKernel

extension Program {
  /// Shows and sets what stands under `/proc/sys`: `sysctl kernel.tainted`, `sysctl -w NAME=VALUE`.
  static let sysctl = Program(name: "sysctl") { invocation in
    let options = Options(invocation.arguments, flags: "wn")
    let system = invocation.system
    if let option = options.invalid { return await invocation.refuse(option, "sysctl") }
    var status = 0
    for operand in options.operands {
      let parts = operand.split(separator: "=", maxSplits: 1).map(String.init)
      let key = parts.first ?? ""
      let path = "/proc/sys/" + key.split(separator: ".").joined(separator: "/")
      do throws(Errno) {
        if parts.count > 1 { try await system.put("\(parts[1])\n", into: path) }
        let text = String(decoding: try await system.contents(of: path), as: UTF8.self)
        let value = text.split(separator: "\n").joined(separator: " ")
        await system.print(options.has("n") ? value : "\(key) = \(value)", to: 1)
      } catch {
        let name = invocation.machine.tools.isBusybox ? "sysctl: error:" : "error:"
        let text =
          error == .ENOENT || error == .EISDIR
          ? "'\(key)' is an unknown key" : "\(error) setting key '\(key)'"
        await system.print("\(name) \(text)", to: 2)
        status = 1
      }
    }
    return status
  }
}

extension SystemCalls {
  /// Writes a text into a file that is there.
  fileprivate func put(_ text: String, into path: String) async throws(Errno) {
    let descriptor = try await open(path, .readWrite)
    do throws(Errno) { try await write(descriptor, Array(text.utf8)) } catch {
      try await close(descriptor)
      throw error
    }
    try await close(descriptor)
  }
}
