/// A signal that the system gives a program which went wrong, or which gives itself up.
public enum CrashSignal: String, Sendable, Hashable, CaseIterable {
  /// The program gave itself up.
  case abort = "SIGABRT"
  /// It met an instruction that there is not.
  case illegalInstruction = "SIGILL"
  /// It met a breakpoint.
  case trap = "SIGTRAP"
  /// It touched memory that is not there.
  case segmentation = "SIGSEGV"
  /// It touched memory in a way that the machine does not know.
  case bus = "SIGBUS"
  /// It calculated what cannot be calculated.
  case arithmetic = "SIGFPE"
}
