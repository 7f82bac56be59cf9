internal import BookModel

/// What a run of a session gave, as it is kept: everything that a verdict needs.
struct SessionRun: Sendable, Codable {
  var output: [UInt8]
  var errors: [UInt8]
  var marks: [Transcript.Mark]
  var exited: Int?
  var signaled: Int?
  var leftover: Int

  /// Nil for an ending that may depend on how busy the machine was.
  init?(_ result: ProcessResult, marks: [Transcript.Mark]) {
    switch result.ending {
    case .exited(let status): exited = status
    case .signaled(let number): signaled = number
    case .reached, .failed, .unwatched: return nil
    }
    output = result.output
    errors = result.errors
    leftover = result.leftover
    self.marks = marks
  }

  /// Nil where an entry says nothing that can be.
  var result: ProcessResult? {
    let ending: ProcessResult.Ending
    switch (exited, signaled) {
    case (let status?, nil): ending = .exited(status)
    case (nil, let number?): ending = .signaled(number)
    default: return nil
    }
    return ProcessResult(ending: ending, output: output, errors: errors, leftover: leftover)
  }
}
