/// Linux's own order: the process that has waited longest runs, until it sleeps; time passes when
/// nobody can run.
public struct LinuxOrder: SchedulePolicy, Sendable {
  /// Creates the policy.
  public init() {}

  /// The first process that is ready; the tick only where there is none.
  public mutating func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int { 0 }

  /// Never: a system call takes far less than a tick.
  public mutating func pauses(at step: ScheduleStep) -> Bool { false }

  /// It is the order that the kernel lists its choices in.
  public var followsLinuxOrder: Bool { true }
}
