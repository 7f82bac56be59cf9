/// Everything that happened on a machine, in order, as values.
public struct Trace: Sendable {
  /// The records, oldest first; a trace that is full keeps its beginning.
  public internal(set) var records: [TraceRecord] = []

  /// Whether records are kept; a machine that nobody watches need not pay for them.
  public var isEnabled = true

  /// How many records a trace holds: some hundred megabytes of the host's memory.
  private static let capacity = 1_000_000

  mutating func append(_ record: TraceRecord) {
    if records.count < Self.capacity { records.append(record) }
  }
}
