/// How urgent a message of the kernel is.
///
/// C: `KERN_EMERG` to `KERN_DEBUG`.
public enum LogLevel: Int, Sendable, Hashable, Comparable {
  /// The machine is unusable: `KERN_EMERG`.
  case emergency = 0
  /// Something must be done at once: `KERN_ALERT`.
  case alert = 1
  /// Critical: `KERN_CRIT`.
  case critical = 2
  /// An error: `KERN_ERR`.
  case error = 3
  /// A warning, and what a message is when it does not say: `KERN_WARNING`.
  case warning = 4
  /// Normal, but worth a line: `KERN_NOTICE`.
  case notice = 5
  /// For information: `KERN_INFO`.
  case info = 6
  /// For whoever debugs it: `KERN_DEBUG`.
  case debug = 7

  /// Orders levels: the more urgent one is the smaller one.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
