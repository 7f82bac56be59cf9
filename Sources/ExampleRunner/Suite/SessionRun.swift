internal import BookModel

/// What a run of a session gave, as it is kept: everything that a verdict needs.
struct SessionRun: Sendable, Codable {
  var output: String
  var errors: String
  var marks: [Transcript.Mark]
  var exited: Int?
  var signaled: Int?
  var leftover: Int

  /// Nil for an ending that may depend on how busy the machine was, and for output that is no text.
  init?(_ result: ProcessResult, marks: [Transcript.Mark]) {
    switch result.ending {
    case .exited(let status): exited = status
    case .signaled(let number): signaled = number
    case .reached, .failed, .unwatched: return nil
    }
    guard let output = String(validating: result.output, as: UTF8.self) else { return nil }
    self.output = output
    self.marks = marks
    errors = String(decoding: result.errors, as: UTF8.self)
    leftover = result.leftover
  }

  /// Nil where an entry says nothing that can be.
  var result: ProcessResult? {
    let ending: ProcessResult.Ending
    switch (exited, signaled) {
    case (let status?, nil): ending = .exited(status)
    case (nil, let number?): ending = .signaled(number)
    default: return nil
    }
    return ProcessResult(
      ending: ending, output: Array(output.utf8), errors: Array(errors.utf8), leftover: leftover)
  }
}
