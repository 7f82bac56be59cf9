internal import SimKernel

extension Program {
  /// Prints its arguments.
  ///
  /// It is a part of the shell, and complains as the shell does.
  static let echo = Program(name: "echo") { invocation in
    var words = invocation.arguments[...]
    var end = "\n"
    if words.first == "-n" {
      words.removeFirst()
      end = ""
    }
    let text = words.joined(separator: " ") + end
    do throws(Errno) {
      try await invocation.system.write(1, Array(text.utf8))
      return 0
    } catch {
      await invocation.system.print(invocation.machine.tools.shell.echoFailed(error), to: 2)
      return 1
    }
  }
}
