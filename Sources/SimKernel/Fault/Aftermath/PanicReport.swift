/// Everything that a panic can print.
struct PanicReport: Hashable, Sendable {
  /// Where the kernel lies, if it lies elsewhere than it was linked for.
  ///
  /// C: `dump_kernel_offset`.
  enum Offset: Hashable, Sendable {
    /// It lies where it was linked: no address randomisation.
    case disabled
    /// This many bytes further on.
    case bytes(UInt64)
  }

  var text: String
  var isInInterrupt = false
  /// The idle task was running.
  var isIdle = false
  /// 6.1 shows who called, unless an oops has just shown it.
  var dump: StackDump?
  var offset = Offset.disabled
  /// Seconds after which the machine starts again; 0 for never.
  ///
  /// C: `kernel.panic`.
  var timeout = 0
}
