/// A signal's number, as on i386. C: `SIGKILL` and its like.
public enum Signal {
  /// `SIGHUP`
  public static let SIGHUP = 1
  /// `SIGINT`
  public static let SIGINT = 2
  /// `SIGQUIT`
  public static let SIGQUIT = 3
  /// `SIGKILL`
  public static let SIGKILL = 9
  /// `SIGSEGV`
  public static let SIGSEGV = 11
  /// `SIGTERM`
  public static let SIGTERM = 15
  /// `SIGCHLD`
  public static let SIGCHLD = 17
  /// `SIGCONT`
  public static let SIGCONT = 18
  /// `SIGURG`
  public static let SIGURG = 23
  /// `SIGWINCH`
  public static let SIGWINCH = 28

  /// The numbers that there are. C: 1 to `_NSIG`.
  static let numbers = 1...64

  /// Whether a process that has not said otherwise takes no notice. C: `ignored by default` in `kernel/signal.c`.
  static func isIgnored(_ number: Int) -> Bool {
    [SIGCHLD, SIGCONT, SIGURG, SIGWINCH].contains(number)
  }
}
