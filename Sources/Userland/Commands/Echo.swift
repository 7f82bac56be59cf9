internal import SimKernel

extension Program {
  /// Prints its arguments.
  ///
  /// Texts: the one that is part of bash.
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
      await invocation.system.print("bash: echo: write error: \(error)", to: 2)
      return 1
    }
  }
}
