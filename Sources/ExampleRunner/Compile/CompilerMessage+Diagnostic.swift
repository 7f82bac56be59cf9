internal import BookModel
internal import CommonMark

extension [CompilerMessage] {
  /// The messages as diagnostics at the chapter's places; notes go with what they explain.
  ///
  /// A message about the glue, or about no place, is shown whole, at the example's first listing.
  func diagnostics(map: SourceMap, example: Example) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for message in withoutGlue(map) {
      let isNote = message.severity == .note || message.severity == .remark
      if isNote, let last = diagnostics.indices.last {
        diagnostics[last].notes.append(message.note(map))
      } else {
        diagnostics.append(message.diagnostic(map, example))
      }
    }
    return diagnostics
  }

  /// What is left when the errors of the glue that only follow from a listing's are taken away.
  func withoutGlue(_ map: SourceMap) -> [CompilerMessage] {
    let isInListings = contains { message in
      message.severity == .error
        && message.place.flatMap { map.tangled(path: $0.path, line: $0.line) } != nil
    }
    guard isInListings else { return self }
    var isDropped = false
    return filter { message in
      // A note goes the way of the error that it explains.
      if message.severity != .note { isDropped = message.place?.path == ExampleProgram.glueName }
      return !isDropped
    }
  }
}

extension CompilerMessage {
  private func location(_ map: SourceMap) -> SourceLocation? {
    place.flatMap { map.chapter(path: $0.path, line: $0.line, column: $0.column) }
  }

  fileprivate func note(_ map: SourceMap) -> Diagnostic.Note {
    if let location = location(map) { return Diagnostic.Note(text, at: location) }
    return Diagnostic.Note(place.map { "\(text) (\($0))" } ?? text)
  }

  fileprivate func diagnostic(_ map: SourceMap, _ example: Example) -> Diagnostic {
    let severity: Diagnostic.Severity = severity == .error ? .error : .warning
    if let location = location(map) {
      let detail = context.map { $0 + "\n" }.joined()
      return Diagnostic(severity, at: location, text, detail: detail.isEmpty ? nil : detail)
    }
    let first = example.files.first?.listings.first?.location
    return Diagnostic(
      severity, at: first ?? SourceLocation(path: example.folder),
      "\(example.name): the compiler said: \(text)", detail: whole)
  }
}
