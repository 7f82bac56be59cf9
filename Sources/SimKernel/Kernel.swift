internal import CKernelMemory

/// One simulated machine and the kernel that runs on it: every table that the kernel keeps.
///
/// A kernel is driven by one thread, which calls ``run(until:ticks:)``. Nothing in it reads a
/// clock, draws a random number or depends on the order of a hash table.
public final class Kernel: @unchecked Sendable {
  // Not Sendable by its types: it is handed to the tasks of its processes, which run on the driving thread only.

  /// Which kernel it is.
  public let version: KernelVersion
  /// What happened, in order.
  public var trace = Trace()
  /// The time in ticks since boot.
  ///
  /// C: `jiffies`.
  public internal(set) var jiffies = 0
  /// The terminal that the kernel's messages appear on.
  public let console = Console()
  /// What decides where a real machine leaves it open.
  public var policy: any SchedulePolicy
  /// The process that has the processor; the idle task where nobody has.
  ///
  /// C: `current`.
  public internal(set) var current: Process
  /// The text with which the machine stopped; nil while it runs.
  public internal(set) var panicText: String?

  let memory: KernelMemory
  let moduleArea: ModuleArea
  let heap: Heap
  let idle: Process
  let executor = ProcessExecutor()

  var interruptDepth = 0
  var registers = RegisterFile()
  var runQueue: [Process] = []
  var processes: [Process] = []
  /// Ended and reaped, with a Swift task that is still suspended where the process died.
  var corpses: [Process] = []
  var nextPID = 1
  var timers = TimerList()
  var markedBottomHalves: Set<KernelVersion.BottomHalf> = []
  var taskQueues: [TaskQueue: Address] = [:]
  var stepsSinceTick = 0
  /// How often the processor has gone over to a process, and when it last did.
  var switches = 0
  var lastSwitchedAt = 0
  var isTornDown = false

  var log = KernelLog()
  /// Why nobody will look into a crash of this kernel: 1 for a licence that is not free, 2 for a
  /// module loaded by force.
  ///
  /// C: `tainted`.
  var taint = 0
  var modules: [ModuleRecord] = []
  var recordsByInstance: [ObjectIdentifier: ModuleRecord] = [:]
  var functions: [Address: ModuleFunction] = [:]
  var characterDevices: CharacterDeviceTable
  var procEntries: [ProcEntry] = []
  var deviceNodes: [DeviceNode] = []
  var memoryFiles: [String: MemoryFile] = [:]
  /// What `/sys/module` shows; nil where the kernel has no `/sys`, as before 2.6.
  var sysModules: (() -> [SysModule])?

  /// Ticks in a second.
  ///
  /// C: `HZ`, 100 on i386 until 2.4.
  public static let ticksPerSecond = 100

  /// Boots a machine.
  ///
  /// - Parameters:
  ///   - version: Which kernel it runs.
  ///   - policy: What decides where a real machine leaves it open.
  /// - Throws: ``BootError`` where the host has no memory left for it.
  public init(
    _ version: KernelVersion = .v2_4, policy: any SchedulePolicy = LinuxOrder()
  ) throws(BootError) {
    guard let memory = KernelMemory() else { throw .outOfMemory }
    let heap = Heap(zone: memory.heap, end: KernelMemory.highMemory)
    guard let idleStack = heap.allocateStack() else { throw .outOfMemory }
    self.version = version
    self.policy = policy
    self.memory = memory
    self.heap = heap
    moduleArea = ModuleArea(zone: memory.moduleArea)
    idle = Process(
      pid: 0, name: "swapper", parentPID: 0,
      stack: KernelStack(base: idleStack, memory: memory, hasUserMode: false))
    idle.stack.enter(Code(.cpuIdle))
    current = idle
    characterDevices = CharacterDeviceTable(at: KernelMemory.dataStart)
    initialiseTaskQueues(at: KernelMemory.dataStart + CharacterDeviceTable.bytes)
  }

  /// Whether an interrupt or a bottom half is being handled.
  ///
  /// C: `in_interrupt()`.
  public var isInInterrupt: Bool { interruptDepth > 0 }

  /// Whether the machine has stopped for good.
  public var isPanicked: Bool { panicText != nil }

  /// Notes that something happened; what it was is not even asked where nobody watches.
  public func record(_ event: @autoclosure () -> TraceEvent) {
    guard !isPanicked, trace.isEnabled else { return }
    trace.append(
      TraceRecord(
        sequence: trace.records.count, jiffies: jiffies, cpu: 0, pid: current.pid,
        isInInterrupt: isInInterrupt, event: event()))
  }

  /// The machine whose code this thread is running; nil between runs.
  static var running: Kernel? {
    kernel_memory_current().map { Unmanaged<Kernel>.fromOpaque($0).takeUnretainedValue() }
  }
}
