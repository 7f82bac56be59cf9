internal import SimKernel

/// Which shell it is: what it calls itself, and its words for what goes wrong.
enum ShellDialect: String, Sendable {
  /// The one of the GNU project, of the time of 2.2 to 2.6.
  case bash
  /// The one that is part of busybox 1.35.
  case ash = "sh"

  /// A line of complaint.
  func line(_ text: String) -> String { "\(rawValue): \(text)" }

  func message(_ error: ShellSyntaxError) -> String {
    switch (self, error) {
    case (.bash, .unexpected(let token)): line("syntax error near unexpected token `\(token)'")
    case (.ash, .unexpected(let token)):
      line("syntax error: unexpected \(token == "newline" ? token : "\"\(token)\"")")
    case (.bash, .unclosed(let quote)):
      line("unexpected EOF while looking for matching `\(quote)'")
    case (.ash, .unclosed(")")), (_, .unexpectedEnd): line("syntax error: unexpected end of file")
    case (.ash, .unclosed): line("syntax error: unterminated quoted string")
    case (_, .missing("<<")):
      line("this shell has no `<<': lead the input from a file with `<'")
    case (_, .missing(let word)): line("this shell has no `\(word)'")
    case (.bash, .badSubstitution(let text)): line("\(text): bad substitution")
    case (.ash, .badSubstitution): line("syntax error: bad substitution")
    case (_, .tooDeep): line("the line nests deeper than \(ShellParser.deepest) levels")
    }
  }

  func message(_ error: ShellArithmetic.Failure, _ text: String) -> String {
    switch (self, error) {
    case (.bash, .divisionByZero): line("\(text): division by 0 (error token is \"0\")")
    case (.bash, .syntax): line("\(text): syntax error in expression")
    case (.ash, .divisionByZero): line("divide by zero")
    case (.ash, .syntax): line("arithmetic syntax error")
    }
  }

  func notFound(_ name: String) -> String {
    let isPath = name.contains("/")
    return switch self {
    case .bash: line("\(name): \(isPath ? "No such file or directory" : "command not found")")
    case .ash: line("\(name): not found")
    }
  }

  func cannotOpen(_ path: String, _ error: Errno) -> String {
    switch self {
    case .bash: line("\(path): \(error)")
    case .ash: line("can't open \(path): \(error == .ENOENT ? "no such file" : "\(error)")")
    }
  }

  func cannotCreate(_ path: String, _ error: Errno) -> String {
    switch self {
    case .bash: line("\(path): \(error)")
    case .ash:
      line("can't create \(path): \(error == .ENOENT ? "nonexistent directory" : "\(error)")")
    }
  }

  func cannotEnter(_ path: String, _ error: Errno) -> String {
    switch self {
    case .bash: line("cd: \(path): \(error)")
    case .ash: line("cd: can't cd to \(path): \(error)")
    }
  }

  func cannotFork(_ error: Errno) -> String {
    switch self {
    case .bash: line("fork: \(error)")
    case .ash: line("can't fork: \(error)")
    }
  }

  /// What `echo` says when it cannot write; it is part of the shell.
  func echoFailed(_ error: Errno) -> String {
    switch self {
    case .bash: line("echo: write error: \(error)")
    case .ash: line("write error: \(error)")
    }
  }
}
