/// How tainted a kernel is, and what it has already said about that.
public struct KernelTaint: Sendable, Hashable {
  /// The generation's way.
  public let rules: TaintRules
  /// What has tainted it.
  public private(set) var flags: TaintFlags = []
  /// Whether locks are still watched.
  ///
  /// C: `debug_locks`.
  public private(set) var isDebuggingLocks = true
  /// Whether it has said once that a module's signature was missing.
  var hasReportedSignature = false

  /// An untainted kernel.
  public init(_ rules: TaintRules) { self.rules = rules }

  /// What an oops says of it.
  ///
  /// C: `print_tainted`.
  public var text: String { rules.text(of: flags) }

  /// Whether it has this taint.
  ///
  /// C: `test_taint`.
  public func contains(_ flag: TaintFlags) -> Bool { flags.contains(flag) }

  /// Taints it.
  ///
  /// C: `add_taint`, with `LOCKDEP_NOW_UNRELIABLE` or `LOCKDEP_STILL_OK`.
  /// - Returns: What is to be logged.
  public mutating func add(_ flag: TaintFlags, unreliableLocks: Bool = false) -> [KernelMessage] {
    flags.formUnion(rules.known.intersection(flag))
    guard unreliableLocks, isDebuggingLocks else { return [] }
    isDebuggingLocks = false
    guard rules.announcesLockDebugging else { return [] }
    return [KernelMessage("Disabling lock debugging due to kernel taint", .warning)]
  }

  /// An oops begins: locks are not watched any more, without a word.
  ///
  /// C: `oops_enter`.
  public mutating func enterOops() { isDebuggingLocks = false }

  /// Writes to `/proc/sys/kernel/tainted`: since 2.6 bits can be added there, and none taken back.
  ///
  /// C: `proc_dointvec` (2.4), `proc_taint` (6.1).
  public mutating func write(_ number: UInt32) {
    let written = TaintFlags(rawValue: number)
    flags = rules.canBeCleared ? written : flags.union(written)
  }
}
