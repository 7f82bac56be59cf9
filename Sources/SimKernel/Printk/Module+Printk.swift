extension Module {
  /// Writes to the kernel's log.
  ///
  /// Any context. C: `printk`.
  ///
  /// - Parameters:
  ///   - text: What to write; a line ends where it says `\n`.
  ///   - level: How urgent it is.
  public func printk(_ text: String, _ level: LogLevel = .warning) {
    guard let calls = KernelCalls(self) else { return }
    calls.kernel.printk(text, level)
  }

  /// Writes to the log what somebody may want to know.
  ///
  /// Any context. C: `pr_info`.
  public func prInfo(_ text: String) { printk(text, .info) }
}
