/// Decides what happens next wherever a real machine leaves it open.
///
/// The kernel says what may happen; a policy picks one. It is asked in the order in which the
/// choices come up, so that a list of answers replays a run.
public protocol SchedulePolicy {
  /// Picks what happens next, as an index into `choices`, which is never empty.
  mutating func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int

  /// Whether to be asked what comes next after this step of a process or an interrupt; if not, it
  /// goes on at once.
  mutating func pauses(at step: ScheduleStep) -> Bool

  /// Told that a step has come to its end, before anybody asks what comes next.
  mutating func stepEnded()

  /// Whether it always takes the first choice, and never pauses: then nobody needs to ask.
  var followsLinuxOrder: Bool { get }
}

extension SchedulePolicy {
  /// Most do not care.
  public mutating func stepEnded() {}

  /// A policy has an order of its own, unless it says otherwise.
  public var followsLinuxOrder: Bool { false }
}
