/// Everything that happened on a machine, in order, as values.
public struct Trace: Sendable {
  /// The records, oldest first; a trace that is full keeps its beginning.
  public internal(set) var records: [TraceRecord] = []

  /// Whether records are kept; a machine that nobody watches need not pay for them.
  public var isEnabled = true

  /// How many records a trace holds: some hundred megabytes of the host's memory.
  var capacity = 1_000_000

  /// Whether more happened than the trace holds.
  public private(set) var isTruncated = false

  mutating func append(_ record: TraceRecord) {
    guard records.count < capacity else { return isTruncated = true }
    records.append(record)
  }
}
