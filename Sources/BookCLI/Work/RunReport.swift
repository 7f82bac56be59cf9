internal import BookModel
internal import ExampleRunner

/// What a reader sees of an example that was run: what came out, then what differs from the book.
struct RunReport {
  let result: SuiteResult
  let terminal: Terminal

  func print() {
    let sessions = result.sessions
    for session in sessions {
      if sessions.count > 1 { terminal.say(terminal.styled("── \(session.session.name)", .dim)) }
      if let output = session.transcript?.output, !output.isEmpty {
        terminal.say(output.hasSuffix("\n") ? String(output.dropLast()) : output)
      }
    }
    DiagnosticPrinter(terminal: terminal).print(result.diagnostics)
    guard !result.diagnostics.hasErrors else { return }
    let what = sessions.isEmpty ? "it compiles" : "as the book says"
    terminal.say(terminal.styled(what, .green))
  }
}
