/// A place in a process's way through the kernel at which something else can come between.
public struct ScheduleStep: Sendable, Hashable {
  /// The process.
  public var pid: Int
  /// The kernel function, and where in it: `sleep_on: before it is on the queue`.
  public var place: String
}
