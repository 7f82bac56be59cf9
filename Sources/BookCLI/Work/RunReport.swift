internal import BookModel
internal import CommonMark
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
    DiagnosticPrinter(terminal: terminal).print(diagnostics)
    guard !diagnostics.hasErrors else { return }
    let compared = sessions.filter { !$0.isReadersOwn }
    if !sessions.isEmpty, compared.isEmpty { return }
    let what = sessions.isEmpty ? "it compiles" : "as the book says"
    terminal.say(terminal.styled(what, .green))
  }

  /// What there is to say to a reader: the book is not theirs to mend.
  var diagnostics: [Diagnostic] { result.examples.flatMap(diagnostics) }

  private func diagnostics(of example: ExampleResult) -> [Diagnostic] {
    let name = example.example.name
    return example.diagnostics
      + example.sessions.compactMap { session in
        guard var diagnostic = session.diagnostic, !session.isReadersOwn else { return nil }
        switch session.verdict {
        case .outputDiffers, .crashesOtherwise, .refusedOtherwise, .unexpectedlyCompiles,
          .exitedAndMustCrash, .crashed:
          diagnostic.help =
            "if you did not mean this: `quire reset \(name)` gives back the book's version"
        default: break
        }
        return diagnostic
      }
  }
}

extension SessionResult {
  /// Whether it ended well, and there is nothing in the book or beside it to compare it with.
  fileprivate var isReadersOwn: Bool {
    guard case .outputDiffers = verdict else { return false }
    return session.code.lines.isEmpty
  }
}
