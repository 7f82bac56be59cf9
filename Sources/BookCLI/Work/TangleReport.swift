internal import BookModel
internal import ExampleRunner

/// What a person reads after files of examples were written.
struct TangleReport {
  let workshop: Workshop

  /// Says what was done, and fails where something could not be.
  func print(_ result: TangleResult) throws {
    for path in result.written { workshop.terminal.say("wrote \(path)") }
    for path in result.removed { workshop.terminal.say("removed \(path)") }
    for file in result.kept { workshop.terminal.say("kept your \(file.path) as \(file.newPath)") }
    let isUnchanged = result.written.isEmpty && result.removed.isEmpty && result.kept.isEmpty
    if isUnchanged { workshop.terminal.say("nothing to write") }
    try workshop.report(result.diagnostics)
  }
}
