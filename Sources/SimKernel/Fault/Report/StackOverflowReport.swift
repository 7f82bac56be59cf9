/// Everything that can be printed of a kernel stack that has come to its end.
struct StackOverflowReport: Hashable, Sendable {
  /// What an oops would print at the instruction that ran over it.
  var oops: OopsReport
  /// Where it wrote: below the stack.
  var address: UInt64
  /// The first byte of the stack, and the one after its last.
  var stack: Range<UInt64>
  /// It was the stack of an interrupt, where those have one of their own.
  var isInInterrupt = false
}

/// What a kernel says of it, and with which words the machine stops.
struct StackOverflowEnd: Hashable, Sendable {
  var log: [LogPiece]
  var words: String
  /// Whether the kernel itself stops the machine, and says so.
  ///
  /// C: `panic`.
  var isPanic = false
}
