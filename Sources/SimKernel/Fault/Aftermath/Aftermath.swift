/// What becomes of the machine after an oops.
struct Aftermath: Hashable, Sendable {
  /// The end of it.
  enum Outcome: Hashable, Sendable {
    /// The process ends as if it had got this signal: it closes its files and its parent hears of
    /// it. What else it held stays held.
    case processDies(signal: Int)
    /// The process stops where it is and is never heard of again: nothing is closed, no parent
    /// hears of it.
    case processStays
    /// The machine stops, with these words.
    case panic(String)
  }

  /// What is printed before.
  var log: [LogPiece] = []
  var outcome: Outcome
  /// The kernel is tainted by having died.
  ///
  /// C: `TAINT_DIE`.
  var taintsDied = false
  /// The process ends although the processor is still in the interrupt: its last `schedule` is
  /// refused and faults, and so on for ever.
  var endsInInterrupt = false
}
