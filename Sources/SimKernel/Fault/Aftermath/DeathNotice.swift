/// What a shell says about a command that a signal has ended.
///
/// C: `sys_siglist`; bash of each generation and busybox say the same. A process that died of an
/// oops leaves no core, so nothing is said of one.
public enum DeathNotice {
  /// The words; nil for a signal that shells pass over in silence, or that nobody gets from here.
  public static func text(for signal: Int) -> String? {
    switch signal {
    case Signal.SIGKILL: "Killed"
    case Signal.SIGSEGV: "Segmentation fault"
    case Signal.SIGTERM: "Terminated"
    case Signal.SIGHUP: "Hangup"
    case Signal.SIGQUIT: "Quit"
    default: nil
    }
  }
}
