/// A signal's number, as on i386.
///
/// C: `SIGKILL` and its like.
public enum Signal {
  /// The terminal is gone: `SIGHUP`.
  public static let SIGHUP = 1
  /// Somebody typed Ctrl-C: `SIGINT`.
  public static let SIGINT = 2
  /// Somebody typed Ctrl-\\: `SIGQUIT`.
  public static let SIGQUIT = 3
  /// Ends a process that cannot refuse: `SIGKILL`.
  public static let SIGKILL = 9
  /// Memory was touched that is not there: `SIGSEGV`.
  public static let SIGSEGV = 11
  /// What was written to a pipe will never be read: `SIGPIPE`.
  public static let SIGPIPE = 13
  /// Asks a process to end: `SIGTERM`.
  public static let SIGTERM = 15
  /// A child has ended: `SIGCHLD`.
  public static let SIGCHLD = 17
  /// A stopped process goes on: `SIGCONT`.
  public static let SIGCONT = 18
  /// Something urgent has come in: `SIGURG`.
  public static let SIGURG = 23
  /// The window has changed its size: `SIGWINCH`.
  public static let SIGWINCH = 28

  /// The numbers that there are.
  ///
  /// C: 1 to `_NSIG`.
  static let numbers = 1...64

  /// Whether a process that has not said otherwise takes no notice.
  ///
  /// C: `ignored by default` in `kernel/signal.c`.
  static func isIgnored(_ number: Int) -> Bool {
    [SIGCHLD, SIGCONT, SIGURG, SIGWINCH].contains(number)
  }
}
