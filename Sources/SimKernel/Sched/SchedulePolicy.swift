/// Decides what happens next wherever a real machine leaves it open.
///
/// The kernel says what may happen; a policy picks one. It is asked in the order in which the
/// choices come up, so that a list of answers replays a run.
public protocol SchedulePolicy {
  /// Picks what happens next, as an index into `choices`, which is never empty.
  mutating func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int

  /// Whether the timer interrupt comes at this step of the current process, with interrupts
  /// enabled.
  mutating func interrupts(at step: ScheduleStep) -> Bool
}

/// Something that may happen next.
public enum ScheduleChoice: Sendable, Hashable {
  /// A runnable process gets the processor.
  case run(pid: Int)
  /// The next timer interrupt comes.
  case tick
}

/// A place in a process's way through the kernel at which something else can come between.
public struct ScheduleStep: Sendable, Hashable {
  /// The process.
  public var pid: Int
  /// The kernel function, and where in it: `sleep_on: before it is on the queue`.
  public var place: String
}

/// Linux's own order: the process that has waited longest runs, until it sleeps; time passes when
/// nobody can run.
public struct LinuxOrder: SchedulePolicy, Sendable {
  /// Creates the policy.
  public init() {}

  /// The first process that is ready; the tick only where there is none.
  public mutating func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int { 0 }

  /// Never: a system call takes far less than a tick.
  public mutating func interrupts(at step: ScheduleStep) -> Bool { false }
}
