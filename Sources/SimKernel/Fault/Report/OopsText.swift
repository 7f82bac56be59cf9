/// The text of an oops, as far as it could be printed.
struct OopsText: Hashable, Sendable {
  /// Why an oops is not complete.
  enum Interruption: Hashable, Sendable {
    /// The kernel read this address to print it, and it is not there: the next fault.
    case faultedReading(UInt64)
    /// The processor waits for a lock that it holds itself, for ever.
    case waitsForItself
  }

  var pieces: [LogPiece]
  /// Nil if all of it was printed.
  var interruption: Interruption?
}
