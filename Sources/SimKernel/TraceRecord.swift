/// One thing that happened, when, and to whom.
public struct TraceRecord: Sendable, Hashable {
  /// Its place in the order of everything, from 0.
  public var sequence: Int
  /// The virtual time, in ticks of 10 ms since boot.
  public var jiffies: Int
  /// The processor.
  public var cpu: Int
  /// The process that was current; 0 is the idle task.
  public var pid: Int
  /// Whether an interrupt was being handled.
  public var isInInterrupt: Bool
  /// What happened.
  public var event: TraceEvent
}
