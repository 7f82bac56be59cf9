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
    /// The tasks on `tq_immediate`.
    case immediate = "IMMEDIATE_BH"
  }

  /// How it names itself.
  ///
  /// C: `UTS_RELEASE`.
  public private(set) var release: String
  /// The processor that it was built for.
  public let architecture: Architecture
  /// Ticks in a second.
  ///
  /// C: `HZ`.
  public let hertz: Int
  /// Whether it can be built so that the kernel itself is preempted.
  ///
  /// C: `CONFIG_PREEMPT`, from 2.5.4 on.
  public let canBePreempted: Bool
  /// How it was built and booted.
  public var configuration: KernelConfiguration
  /// The order of a task queue.
  ///
  /// C: `queue_task`.
  public let taskQueueOrder: QueueOrder
  /// What an interrupt leaves for later, and how that is done.
  let interrupts: InterruptRules
  /// How its timers lie in memory.
  let timers: TimerRules
  /// Which calls it has.
  let facilities: Facilities
  /// How it loads, counts and removes modules.
  private(set) var loader: any ModuleLoader
  /// How files are opened, used and closed.
  let files: FileRules
  /// Where the members of a driver's operations lie.
  let fileOperations: FileOperations.Layout
  /// Where each of its functions lies.
  private(set) var text: KernelText
  /// Through which functions it comes to what can go wrong.
  private(set) var chains: EntryChains
  /// What becomes of whoever frees what is not his.
  let heap: HeapRules
  /// Which taints it knows.
  let taints: TaintRules
  /// What it prints when something goes wrong, and what it then does.
  let oops: any OopsLayout.Type

  /// Linux 2.4.20, one of the last kernels with task queues and bottom halves.
  public static let v2_4 = KernelVersion(
    release: "2.4.20",
    architecture: .i386,
    hertz: 100,
    canBePreempted: false,
    configuration: KernelConfiguration(),
    taskQueueOrder: .oldestFirst,
    interrupts: .v2_4,
    timers: .v2_4,
    facilities: .v2_4,
    loader: UseCountLoader.v2_4,
    files: .v2_4,
    fileOperations: .v2_4,
    text: KernelText(.i386, names: .v2_4),
    chains: .v2_4,
    heap: .v2_4,
    taints: .v2_4,
    oops: Oops24.self
  )

  /// Linux 2.2.1: everything in one lock, and the newest task first.
  public static let v2_2 = KernelVersion(
    release: "2.2.1",
    architecture: .i386,
    hertz: 100,
    canBePreempted: false,
    configuration: KernelConfiguration(),
    taskQueueOrder: .newestFirst,
    interrupts: .v2_2,
    timers: .v2_2,
    facilities: .v2_2,
    loader: UseCountLoader.v2_2,
    files: .v2_2,
    fileOperations: .v2_2,
    text: KernelText(.i386, names: .v2_2),
    chains: .v2_2,
    heap: .v2_2,
    taints: .v2_2,
    oops: Oops22.self
  )

  /// Linux 2.6.24: the kernel itself links modules, and counts from outside.
  public static let v2_6 = KernelVersion(
    release: "2.6.24",
    architecture: .i386,
    hertz: 250,
    canBePreempted: true,
    configuration: .plain2_6,
    taskQueueOrder: .oldestFirst,
    interrupts: .v2_6,
    timers: .v2_6,
    facilities: .v2_6,
    loader: LiveFlagLoader.v2_6_24,
    files: .v2_6,
    fileOperations: .v2_6,
    text: KernelText(.i386, names: .v2_6),
    chains: .v2_6,
    heap: .v2_6,
    taints: .v2_6,
    oops: Oops26.self
  )

  /// Linux 6.1, as Debian 12 builds it.
  public static let v6_1 = KernelVersion(
    release: "6.1.0-56-amd64",
    architecture: .x86_64,
    hertz: 250,
    canBePreempted: true,
    configuration: .debian,
    taskQueueOrder: .oldestFirst,
    interrupts: .v6_1,
    timers: .v6_1,
    facilities: .v6_1,
    loader: LiveFlagLoader.v6_1,
    files: .v6_1,
    fileOperations: .v6_1,
    text: KernelText(.x86_64, names: .v6_1),
    chains: .v6_1,
    heap: .v6_1,
    taints: .v6_1,
    oops: Oops61.self
  )

  /// The same kernel as another compiler made it.
  func built(text: KernelText, chains: EntryChains) -> KernelVersion {
    var version = self
    version.text = text
    version.chains = chains
    return version
  }

  /// The same kernel under another name, with another loader.
  func variant(_ release: String, _ loader: any ModuleLoader) -> KernelVersion {
    var variant = self
    variant.release = release
    variant.loader = loader
    return variant
  }

  /// Whether it shows its modules under `/sys`.
  var hasSysfs: Bool { files.lookup == .cdevs }

  /// Two kernels are the same if they name themselves the same and were configured alike.
  public static func == (left: Self, right: Self) -> Bool {
    left.release == right.release && left.configuration == right.configuration
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(release) }
}

extension KernelVersion: CustomStringConvertible {
  /// `Linux 2.4.20`.
  public var description: String { "Linux \(release)" }
}
