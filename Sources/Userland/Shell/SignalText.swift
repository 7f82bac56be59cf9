internal import SimKernel

/// How a shell names a signal that a process died of.
enum SignalText {
  /// What is said at once; nil for what nobody is told: an interrupt was typed, and a broken pipe is
  /// how a pipeline ends.
  static func ofForeground(_ signal: Int) -> String? {
    DeathNotice.text(for: signal)
  }

  /// What is said of a job.
  static func ofJob(_ signal: Int) -> String {
    DeathNotice.text(for: signal) ?? unannounced[signal] ?? "Signal \(signal)"
  }

  private static let unannounced = [Signal.SIGINT: "Interrupt", Signal.SIGPIPE: "Broken pipe"]

  /// The number of a signal that is given as a number or as a name, with or without `SIG`.
  static func number(_ text: String) -> Int? {
    let name = text.hasPrefix("SIG") ? String(text.dropFirst(3)) : text
    return numbers[name] ?? Int(text).flatMap { (0...64).contains($0) ? $0 : nil }
  }

  private static let numbers = [
    "HUP": Signal.SIGHUP, "INT": Signal.SIGINT, "QUIT": Signal.SIGQUIT, "KILL": Signal.SIGKILL,
    "SEGV": Signal.SIGSEGV, "PIPE": Signal.SIGPIPE, "TERM": Signal.SIGTERM,
  ]
}
