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
}
