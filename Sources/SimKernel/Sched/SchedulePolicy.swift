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
