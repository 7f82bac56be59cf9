/// One set of timers: that of the machine, or that of one processor.
///
/// C: `tv1` to `tv5` (2.2, 2.4), `tvec_base_t` (2.6), `struct timer_base` (6.1).
final class TimerBase {
  let processorID: Int
  /// Where the heads of the buckets lie; nil until the first timer is armed.
  private(set) var heads: Address?
  /// The tick whose timers are looked for next.
  ///
  /// C: `timer_jiffies`, `clk`.
  @Footprinted var clock: Int
  /// How many timers are armed.
  @Footprinted var pendingCount: Int
  /// The timer whose handler runs.
  ///
  /// C: `running_timer`.
  @Footprinted var running: Address?
  /// The list of timers that are armed while a bucket is being emptied.
  ///
  /// C: `run_timer_list_running` (2.4).
  @Footprinted var parked: Address?
  /// The heads of the lists of timers that were taken off their buckets and are being emptied.
  var collected: [Address] = []
  /// The buckets that may hold something.
  ///
  /// C: `pending_map` (6.1).
  var occupied: [UInt64] = []

  init(processorID: Int) {
    self.processorID = processorID
    let timers = SharedObject.timers(processorID)
    _clock = Footprinted(wrappedValue: 0, timers)
    _pendingCount = Footprinted(wrappedValue: 0, timers)
    _running = Footprinted(wrappedValue: nil, timers)
    _parked = Footprinted(wrappedValue: nil, timers)
  }

  /// Lays the heads out, the first time.
  ///
  /// A processor's own variables are allocated when the machine is booted, those of all lie in the
  /// kernel's data.
  func prepare(_ rules: TimerRules, on kernel: Kernel) -> Address {
    if let heads { return heads }
    let bytes = rules.wheel.headBytes(kernel.wordBytes)
    let start =
      rules.isPerProcessor
      ? kernel.heap.allocate(bytes: Int(bytes)) ?? kernel.memory.allocateData(bytes: bytes)
      : kernel.memory.allocateData(bytes: bytes)
    heads = start
    occupied = Array(repeating: 0, count: 9)
    clock = kernel.jiffies + 1
    rules.wheel.initialise(start, on: kernel)
    return start
  }
}
