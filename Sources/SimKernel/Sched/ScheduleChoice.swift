/// Something that may happen next.
public enum ScheduleChoice: Sendable, Hashable {
  /// A runnable process gets the processor.
  case run(pid: Int)
  /// The next timer interrupt comes.
  case tick
}
