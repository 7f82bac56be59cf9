/// Something that may happen next.
public enum ScheduleChoice: Sendable, Hashable {
  /// A process goes on, on a processor that it has or now gets.
  case run(pid: Int, cpu: Int)
  /// An interrupt or a bottom half goes on that stands still on a processor.
  case handler(cpu: Int)
  /// The next timer interrupt comes, on a processor.
  case tick(cpu: Int)
}
