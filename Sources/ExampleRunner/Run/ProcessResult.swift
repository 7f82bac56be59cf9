/// What became of a contained process, and what it printed.
struct ProcessResult: Sendable, Hashable {
  /// How it ended.
  enum Ending: Sendable, Hashable {
    case exited(Int)
    case signaled(Int)
    /// It reached a limit and was ended.
    case reached(Limit)
    /// The system would not start it, or would not take its output.
    case failed(errno: Int)
    /// It killed the process that watched it.
    case unwatched
  }

  /// The limits of a run, as `contain` names them.
  enum Limit: String, Sendable, Hashable, CaseIterable {
    case wall, cpu, memory, output, file, processes
  }

  var ending: Ending
  var output: [UInt8]
  var errors: [UInt8]
  /// The processes that were still alive when it had ended.
  var leftover: Int
}

extension ProcessResult.Ending {
  /// Reads the line that `contain` reports; nil where it is not such a line.
  init?(words: [Substring]) {
    guard let first = words.first else { return nil }
    let number = words.dropFirst().first.flatMap { Int($0) }
    switch (first, number) {
    case ("exited", let status?): self = .exited(status)
    case ("signaled", let signal?): self = .signaled(signal)
    case ("failed", let errno?): self = .failed(errno: errno)
    case ("unwatched", _): self = .unwatched
    case ("limit", nil):
      guard let limit = words.dropFirst().first.flatMap({ ProcessResult.Limit(rawValue: "\($0)") })
      else { return nil }
      self = .reached(limit)
    default: return nil
    }
  }
}

extension ProcessResult.Limit {
  /// The limit, as a sentence names it.
  var words: String {
    switch self {
    case .wall: "time on the clock"
    case .cpu: "processor time"
    case .memory: "memory"
    case .output: "output"
    case .file: "file size"
    case .processes: "processes"
    }
  }
}
