internal import BookModel

extension Diagnostic {
  /// The same with nothing in it that moves the cursor or fills the screen: it quotes what somebody wrote.
  var legible: Diagnostic {
    Diagnostic(
      severity, at: SourceLocation(path: location.path.legible, position: location.position),
      summary.legible, help: help?.legible, detail: detail?.legible,
      notes: notes.map { Note($0.text.legible, at: $0.location) })
  }
}

extension String {
  /// The characters of a line that are shown at the most.
  private static let most = 1000

  fileprivate var legible: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let start = line.unicodeScalars.prefix(Self.most)
        let shown = start.map(\.legible).joined()
        return start.endIndex == line.endIndex ? shown : shown + "…"
      }
      .joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  fileprivate var legible: String {
    guard properties.generalCategory == .control, self != "\t" else { return String(self) }
    return "\\u{\(String(value, radix: 16))}"
  }
}
