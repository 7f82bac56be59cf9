public import BookModel
public import Testing

/// Records an issue unless the diagnostics are these: `path:line:column: severity: summary`.
///
/// Help and notes are not compared.
public func assertDiagnostics(
  _ diagnostics: [Diagnostic], _ expected: [String],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let actual = diagnostics.map { "\($0.location): \($0.severity.rawValue): \($0.summary)" }
  guard actual != expected else { return }
  let lines =
    ["expected:"] + expected + ["actual:"] + actual
    + ["in full:"] + diagnostics.map(\.description)
  Issue.record(Comment(rawValue: lines.joined(separator: "\n")), sourceLocation: sourceLocation)
}
