internal import SimKernel

extension Program {
  /// A shell without a terminal: `sh -c LINE`, `sh FILE`, or what the standard input says.
  static let sh = shell(named: "sh")
  /// The same under its other name.
  static let bash = shell(named: "bash")

  private static func shell(named name: String) -> Program {
    Program(name: name) { invocation in
      let shell = Shell(machine: invocation.machine)
      let system = invocation.system
      var arguments = invocation.arguments
      guard arguments.first != "-c" else {
        guard arguments.count > 1 else {
          await system.print("\(name): -c: option requires an argument", to: 2)
          return 2
        }
        // The first word behind the line is what the shell calls itself.
        shell.arguments = Array(arguments.dropFirst(3))
        return await shell.obey(arguments[1], system)
      }
      do throws(Errno) {
        let path = arguments.isEmpty ? nil : arguments.removeFirst()
        let bytes: [UInt8]
        if let path {
          bytes = try await system.contents(of: path)
        } else {
          bytes = try await system.rest(of: 0)
        }
        shell.arguments = arguments
        let text = String(decoding: bytes, as: UTF8.self)
        return await shell.obey(text.split(separator: "\n").map(String.init), system)
      } catch {
        let path = invocation.arguments.first ?? "-"
        await system.print(shell.dialect.cannotOpen(path, error), to: 2)
        return error == .ENOENT ? 127 : 126
      }
    }
  }
}
