/// What the tool says to whoever started it; thrown by a command that does not succeed.
enum ExitStatus: Int32, Error {
  /// All is well.
  case success = 0
  /// An example failed, or the book has a mistake.
  case failure = 1
  /// The command line makes no sense.
  case wrongUsage = 2
  /// The tool itself is at fault.
  case internalFault = 70
}
