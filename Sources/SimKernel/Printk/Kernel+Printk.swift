extension Kernel {
  /// Writes to the kernel's log, and to the console where the level is urgent enough.
  ///
  /// Any context. C: `printk`.
  ///
  /// As in C, a line ends where the text says `\n`; without it the next message goes on in the same
  /// line.
  public func printk(_ text: String, _ level: LogLevel = .warning) {
    guard !isPanicked else { return }
    let shown = log.append(text, level: level)
    record(.printk(level: level.rawValue, text: text))
    console.write(shown)
  }

  /// The lines of the kernel's log.
  ///
  /// C: `syslog(3)`.
  public var logLines: [KernelLog.Line] { log.lines }

  /// Empties the kernel's log.
  ///
  /// C: `syslog(5)`.
  public func clearLog() { log.clear() }

  /// Sets which messages appear on the console: those more urgent than `level`.
  ///
  /// C: `syslog(8)`.
  public func setConsoleLevel(_ level: Int) { log.consoleLevel = level }
}
