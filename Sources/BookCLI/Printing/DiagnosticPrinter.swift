internal import BookModel

/// Prints diagnostics, sorted, and counts them.
struct DiagnosticPrinter {
  let terminal: Terminal

  /// Prints a list to the standard error output, as a compiler would.
  func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics.sorted() { Terminal.complain(text(of: diagnostic)) }
  }

  /// One diagnostic, coloured on a terminal.
  private func text(of diagnostic: Diagnostic) -> String {
    let plain = diagnostic.description
    guard terminal.hasColor else { return plain }
    let color: Terminal.Style = diagnostic.severity == .error ? .red : .yellow
    let head = "\(diagnostic.location): \(diagnostic.severity.rawValue): "
    let place = terminal.styled("\(diagnostic.location):", .bold)
    let severity = terminal.styled("\(diagnostic.severity.rawValue):", color, .bold)
    return "\(place) \(severity) " + plain.dropFirst(head.count)
  }

  /// `2 errors, 1 warning`; empty where there is nothing.
  static func count(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { $0.0.counted($0.1) }.joined(separator: ", ")
  }
}

extension [Diagnostic] {
  /// Whether anything in it makes the run fail.
  var hasErrors: Bool { contains { $0.severity == .error } }
}
