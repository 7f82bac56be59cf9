/// A place in the way of a process or an interrupt through the kernel at which something else can
/// come between.
public struct ScheduleStep: Sendable, Hashable {
  /// The process, or the one that was interrupted.
  public var pid: Int
  /// The processor.
  public var cpu: Int
  /// What may be interrupted or switched there.
  public var position: SchedulingMode.Position
  /// The kernel function, and where in it: `sleep_on: before it is on the queue`.
  public var place: String
}
