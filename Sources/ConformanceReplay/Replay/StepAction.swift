/// What the replay has to do for one step.
enum StepAction: Equatable {
  /// Nothing: the step is a remark.
  case remark
  /// A worker process does something.
  case perform(Operation, process: String)
  /// Time passes, in milliseconds.
  case sleep(Int)
  /// Somebody looks at a process.
  case look(process: String)
  /// Somebody waits for what a process is at, at most so many milliseconds.
  case join(process: String, limit: Int)
  /// A signal is sent to a process.
  case kill(process: String, signal: Int)
  /// Somebody reads the kernel's taint flags.
  case taint(process: String)
  /// The replay does not know what this is.
  case unknown(String)
}
