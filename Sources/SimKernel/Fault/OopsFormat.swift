/// The text of an oops in one kernel generation.
protocol OopsFormat: SendableMetatype {
  /// Prints it to the log.
  static func print(_ fault: Fault, on kernel: Kernel)
}
