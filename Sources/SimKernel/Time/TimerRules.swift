/// How a kernel generation keeps its timers.
struct TimerRules: Sendable {
  /// What `add_timer` does with a timer that is armed already.
  enum AddedTwice: Sendable {
    /// It links it in once more: the list is no list any more.
    case corrupts
    /// It says so and leaves the timer where it is.
    case complains
    /// It is a `BUG()`.
    case bug(file: String, line: Int)
  }

  /// How the buckets are linked, and in which order they are emptied.
  let wheel: any TimerWheel.Type
  /// Whether each processor has timers of its own.
  let isPerProcessor: Bool
  let addedTwice: AddedTwice
  /// Bytes of a timer.
  ///
  /// C: `sizeof(struct timer_list)`.
  let bytes: UInt64
  /// Where in a timer its time stands.
  ///
  /// C: `expires`.
  let expires: UInt64
  /// Where in a timer the pointer to its handler stands.
  ///
  /// C: `function`.
  let function: UInt64
  /// Where in a timer the handler's argument stands; nil where it is the timer itself.
  ///
  /// C: `data`.
  let data: UInt64?
  /// Where in a timer it stands whose timer it is; nil where there is one list for all.
  ///
  /// C: `base` of 2.6, `flags` of 6.1.
  let base: UInt64?
  /// Which of its words says that it is armed, by not being 0.
  ///
  /// C: `timer_pending`.
  let pending: UInt64

  /// Linux 2.2: one set of singly headed lists.
  static let v2_2 = TimerRules(
    wheel: PointerWheel.self, isPerProcessor: false, addedTwice: .corrupts, bytes: 20, expires: 8,
    function: 16, data: 12, base: nil, pending: 4)

  /// Linux 2.4: one set of lists, and a lock for all.
  static let v2_4 = TimerRules(
    wheel: ListWheel.self, isPerProcessor: false, addedTwice: .complains, bytes: 20, expires: 8,
    function: 16, data: 12, base: nil, pending: 0)

  /// Linux 2.6.24: a set of lists for each processor.
  static let v2_6 = TimerRules(
    wheel: ProcessorListWheel.self, isPerProcessor: true,
    addedTwice: .bug(file: "include/linux/timer.h", line: 145), bytes: 24, expires: 8,
    function: 12, data: 16, base: 20, pending: 0)

  /// Linux 6.1: buckets that get coarser with distance, and nothing is sorted again.
  static let v6_1 = TimerRules(
    wheel: BucketWheel.self, isPerProcessor: true,
    addedTwice: .bug(file: "kernel/time/timer.c", line: 1177), bytes: 40, expires: 16,
    function: 24, data: nil, base: 32, pending: 8)
}
