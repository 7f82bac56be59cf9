internal import BookModel
internal import CommonMark

extension [CompilerMessage] {
  /// The messages as diagnostics at the chapter's places; notes go with what they explain.
  ///
  /// A message about the glue, or about no place, is shown whole, at the example's first listing.
  func diagnostics(map: SourceMap, example: Example) -> [Diagnostic] {
    let fallback =
      example.files.first?.listings.first?.location ?? SourceLocation(path: example.folder)
    var diagnostics: [Diagnostic] = []
    for message in self {
      let place = message.place
      let location = place.flatMap { map.chapter(path: $0.path, line: $0.line, column: $0.column) }
      if message.severity == .note || message.severity == .remark, let last = diagnostics.indices.last {
        let text = location == nil && place != nil ? message.text(place: "\(place, default: "")") : message.text
        diagnostics[last].notes.append(Diagnostic.Note(text, at: location))
        continue
      }
      let severity: Diagnostic.Severity = message.severity == .error ? .error : .warning
      if let location {
        let detail = message.context.map { $0 + "\n" }.joined()
        diagnostics.append(
          Diagnostic(severity, at: location, message.text, detail: detail.isEmpty ? nil : detail))
      } else {
        diagnostics.append(
          Diagnostic(
            severity, at: fallback, "\(example.name): the compiler said: \(message.text)",
            detail: message.text(place: place.map { "\($0)" })))
      }
    }
    return diagnostics
  }
}
