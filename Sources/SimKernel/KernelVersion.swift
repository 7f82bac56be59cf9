/// What differs from one kernel generation to the next, each difference said once.
public struct KernelVersion: Sendable, Hashable {
  /// In which order something that was queued comes out again.
  public enum QueueOrder: Sendable, Hashable {
    /// What was queued first runs first.
    case oldestFirst
    /// What was queued last runs first.
    case newestFirst
  }

  /// A deferred part of interrupt handling.
  ///
  /// C: `TIMER_BH` and its like.
  public enum BottomHalf: String, Sendable, Hashable {
    /// Expired timers.
    case timer = "TIMER_BH"
    /// The tasks on `tq_timer`.
    case taskQueue = "TQUEUE_BH"
  }

  /// How it names itself.
  ///
  /// C: `UTS_RELEASE`.
  public let release: String
  /// The order of a task queue.
  ///
  /// C: `queue_task`.
  public let taskQueueOrder: QueueOrder
  /// The order of bottom halves that were marked in the same tick.
  public let bottomHalfOrder: [BottomHalf]
  /// The text of an oops.
  let oops: any OopsFormat.Type

  /// Linux 2.4.20, one of the last kernels with task queues and bottom halves.
  public static let v2_4 = KernelVersion(
    release: "2.4.20", taskQueueOrder: .oldestFirst, bottomHalfOrder: [.taskQueue, .timer],
    oops: Oops24.self)

  /// Two kernels are the same if they name themselves the same.
  public static func == (left: Self, right: Self) -> Bool { left.release == right.release }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(release) }
}
