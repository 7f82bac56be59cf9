internal import CKernelMemory

/// One simulated machine and the kernel that runs on it: every table that the kernel keeps.
///
/// A kernel is driven by one thread, which calls ``run(until:ticks:)``. Nothing in it reads a
/// clock, draws a random number or depends on the order of a hash table.
public final class Kernel: @unchecked Sendable {
  // Not Sendable by its types: it is handed to the tasks of its processes, which run on the driving thread only.

  /// Which kernel it is.
  public let version: KernelVersion
  /// How its processors share the work.
  public let mode: SchedulingMode
  /// What happened, in order.
  public var trace = Trace()
  /// The time in ticks since boot.
  ///
  /// C: `jiffies`.
  public internal(set) var jiffies = 0
  /// The terminal that the kernel's messages appear on.
  public let console = Console()
  /// What decides where a real machine leaves it open.
  public var policy: any SchedulePolicy {
    didSet { isExplored = !policy.followsLinuxOrder }
  }
  /// Whether anybody but Linux decides, so that each step has to be asked for.
  var isExplored: Bool
  /// The text with which the machine stopped; nil while it runs.
  public var panicText: String? { lastWords }
  /// The same; what only this module can reach needs no check at each access.
  @Footprinted(.life) var lastWords: String? = nil

  let memory: KernelMemory
  let moduleArea: ModuleArea
  let heap: Heap
  let executor = ProcessExecutor()

  /// The machine's processors.
  public let processors: [Processor]
  /// The processor whose code is being executed.
  var processor: Processor
  var runQueue = RunQueue()
  var processes = ProcessTable()
  /// Ended and reaped, with a Swift task that is still suspended where the process died.
  var corpses: [Process] = []
  @Footprinted(.processes) var nextPID = 1
  /// The timers: one set, or one for each processor.
  let timerBases: [TimerBase]
  /// How many processes sleep until some time has passed.
  var timeouts = 0
  /// In the order in which they were marked.
  @Footprinted(.bottomHalves) var markedBottomHalves: [KernelVersion.BottomHalf] = []
  /// The processor that runs bottom halves: only one does.
  ///
  /// C: `global_bh_count` (2.2), `global_bh_lock` (2.4).
  @Footprinted(.bottomHalves) var bottomHalfRunner: Processor? = nil
  @Footprinted(.bottomHalves) var softirqThread: Process? = nil
  @Footprinted(.deferredWork) var deferred = DeferredWork()
  /// Who waits for a thread to end, or for work to be done.
  @Footprinted(.progress) var progressWaiters: [Process] = []
  var taskQueues = TaskQueueHeads()
  var stepsSinceTick = 0
  /// How often the processor has gone over to a process, and when it last did.
  var switches = 0
  var lastSwitchedAt = 0
  /// How many processes stand between two steps.
  var pausedCount = 0
  /// A process whose code runs where the machine cannot see it.
  var lostPID: Int?
  /// Who has the big kernel lock.
  ///
  /// C: `kernel_flag`.
  @Footprinted(.bigKernelLock) var bigKernelLockHolder: Process? = nil
  var isTornDown = false
  /// How long a busy wait takes, in percent of what it asks for.
  ///
  /// An emulated processor that was measured in a quick moment counts too far ever after; a machine
  /// of its own takes 100.
  public var busyWaitPercent = 100
  /// Whether anybody has waited busily since it was booted.
  public internal(set) var hasWaitedBusily = false
  /// Called again and again while a processor waits busily; false ends the wait.
  ///
  /// Whoever drives the machine can do there what comes from outside in the middle of such a wait,
  /// and drive it on as long as ``hasIdleProcessor``.
  public var duringBusyWait: (() -> Bool)?

  @Footprinted(.log) var log = KernelLog()
  /// Why nobody will look into a crash of this kernel.
  ///
  /// C: `tainted`.
  public internal(set) var taint: KernelTaint {
    get {
      noteRead(.table(.taint))
      return taintNow
    }
    set {
      noteWrite(.table(.taint))
      taintNow = newValue
    }
  }
  private var taintNow: KernelTaint
  /// What the modules export.
  @Footprinted(.exports) var exports = ModuleSymbols()
  /// What went wrong since it was booted.
  @Footprinted(.faults) var faults = FaultHistory()
  @Footprinted var modules: ModuleList
  @Footprinted(.loading) var loading = LoaderState()
  /// Modules whose remover sleeps until nobody is in them any more, in two-stage removal.
  var quieting: [ModuleRecord] = []
  @Footprinted(.functions) var recordsByInstance: [ObjectIdentifier: ModuleRecord] = [:]
  @Footprinted(.functions) var functions: [Address: ModuleFunction] = [:]
  @Footprinted var characterDevices: CharacterDeviceTable
  @Footprinted var devices: DeviceRegistry
  @Footprinted(.procEntries) var procEntries = ProcTable()
  @Footprinted(.deviceNodes) var deviceNodes = DeviceNodeTable()
  /// What runs `modprobe`; nil where nobody has set the kernel up to ask for modules.
  ///
  /// C: `modprobe_path`.
  public var modprobe: ModprobeProgram?
  /// How many `modprobe` processes the kernel itself has started and waits for.
  ///
  /// C: `kmod_concurrent`.
  @Footprinted(.loading) var runningModprobes = 0
  /// How often a loop of them was stopped.
  ///
  /// C: `kmod_loop_msg`.
  var stoppedModprobeLoops = 0
  /// What can be set under `/proc/sys/kernel`.
  @Footprinted var settings: KernelSettings
  /// Who knows the modules that `/sys/module` shows.
  var sysfsModules: any SysfsModuleSource = LoadedModules()
  @Footprinted(.memoryFiles) var memoryFiles: [String: MemoryFile] = [:]
  /// Called where the program ends in the middle of a run, which will then not return.
  ///
  /// A module has run over the host's stack; what is to be kept has to be written here.
  public var onEndOfProgram: () -> Void = {}
  /// What is remembered for whoever watches; nil where nobody does.
  let watch: Watch?

  /// Boots a machine.
  ///
  /// - Parameters:
  ///   - version: Which kernel it runs.
  ///   - mode: How many processors it has, and whether the kernel can be preempted.
  ///   - policy: What decides where a real machine leaves it open.
  /// - Throws: ``BootError`` where the host has no memory left for it.
  public init(
    _ version: KernelVersion = .v2_4, mode: SchedulingMode = SchedulingMode(),
    policy: any SchedulePolicy = LinuxOrder()
  ) throws(BootError) {
    guard let memory = KernelMemory(version.architecture) else { throw .outOfMemory }
    let heap = Heap(zone: memory.heap, stackBytes: version.architecture.stackBytes)
    var processors: [Processor] = []
    for id in 0..<mode.processors {
      guard let stack = heap.allocateStack() else { throw .outOfMemory }
      let idle = Process(
        pid: 0, name: version.chains.numbersIdleTasks ? "swapper/\(id)" : "swapper", parentPID: 0,
        stack: KernelStack(base: stack, memory: memory, hasUserMode: false))
      for function in id == 0 ? version.chains.bootIdle : version.chains.otherIdle {
        idle.stack.enter(version.text[function])
      }
      processors.append(Processor(id: id, idle: idle))
    }
    self.version = version
    self.mode = mode
    self.policy = policy
    isExplored = !policy.followsLinuxOrder
    self.memory = memory
    self.heap = heap
    self.processors = processors
    processor = processors[0]
    taintNow = KernelTaint(version.taints)
    timerBases = (0..<(version.timers.isPerProcessor ? processors.count : 1)).map(TimerBase.init)
    moduleArea = ModuleArea(zone: memory.moduleArea)
    _modules = Footprinted(
      wrappedValue: ModuleList(from: memory.moduleArea.start), .modules)
    _characterDevices = Footprinted(
      wrappedValue: CharacterDeviceTable(
        at: memory.allocateData(bytes: CharacterDeviceTable.bytes)), .characterDevices)
    _devices = Footprinted(
      wrappedValue: DeviceRegistry(version.files, version.configuration.devices, memory), .devices)
    _settings = Footprinted(wrappedValue: KernelSettings(version.configuration), .settings)
    watch = version.configuration.isWatched ? Watch() : nil
    initialiseTaskQueues()
  }

  /// The process that has the processor; the idle task where nobody has.
  ///
  /// C: `current`.
  public var current: Process { processor.current }

  /// Whether an interrupt or a bottom half is being handled on this processor.
  ///
  /// C: `in_interrupt()`.
  public var isInInterrupt: Bool { processor.interruptDepth > 0 }

  /// Whether the machine has stopped for good.
  public var isPanicked: Bool { lastWords != nil }

  /// Notes that something happened; what it was is not even asked where nobody watches.
  public func record(_ event: @autoclosure () -> TraceEvent) {
    guard trace.isEnabled, !isPanicked else { return }
    trace.append(
      TraceRecord(
        sequence: trace.records.count, jiffies: jiffies, cpu: processor.id, pid: current.pid,
        isInInterrupt: isInInterrupt, event: event()))
  }

  /// Enters one of the kernel's own functions, on the stack of whoever is running.
  func enter(_ function: KernelFunction) { current.stack.enter(version.text[function]) }

  /// Enters several, the outermost first.
  func enter(_ chain: [KernelFunction]) { for function in chain { enter(function) } }

  /// Whether it is this machine whose code this thread is running.
  var isDrivenHere: Bool {
    kernel_memory_current() == Unmanaged.passUnretained(self).toOpaque()
  }

  /// The machine whose code this thread is running; nil between runs.
  static var running: Kernel? {
    kernel_memory_current().map { Unmanaged<Kernel>.fromOpaque($0).takeUnretainedValue() }
  }
}
