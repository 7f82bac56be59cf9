/// A process of the simulated machine.
///
/// C: `struct task_struct`.
public final class Process {
  /// What a process is doing.
  ///
  /// C: `TASK_RUNNING` and its like.
  public enum State: String, Sendable {
    /// Running or ready to run: `R`.
    case running = "R"
    /// Asleep until it is woken or gets a signal: `S`.
    case interruptible = "S"
    /// Asleep until it is woken: `D`.
    case uninterruptible = "D"
    /// Ended, and nobody has asked how: `Z`.
    case zombie = "Z"
    /// Stopped in the middle of its end, for good: `X`.
    case dead = "X"
  }

  /// Its number.
  ///
  /// C: `pid`.
  public let pid: Int
  /// The name of its program.
  ///
  /// C: `comm`.
  public internal(set) var name: String
  /// The number of the process that made it; the first process adopts whoever outlives that one.
  public internal(set) var parentPID: Int
  /// What it is doing.
  public internal(set) var state = State.running
  /// How it ended, as `wait` tells it: the exit status times 256, or the signal's number; nil while
  /// it lives.
  public internal(set) var exitStatus: Int?

  /// The user whose process it is; 0 is root, who may do everything.
  ///
  /// C: `uid`.
  public internal(set) var userID = 0

  /// The folder that its relative paths begin in.
  ///
  /// C: `fs->pwd`.
  var workingFolder = "/root"

  let stack: KernelStack
  var files: FileTable?
  /// Set while the process waits for the processor; resuming it lets the process run.
  var continuation: UnsafeContinuation<Void, Never>?
  /// Whether it runs, or awaits something outside the simulation: it neither waits for the
  /// processor nor has ended.
  var isLost = false
  /// The processor that it has; nil while it sleeps or waits for one.
  var processor: Processor?
  /// Whether it stands between two steps of a system call, on its processor or taken off it.
  var isPaused = false
  /// What it waits for busily; nil where it can go on.
  var goesOnWhen: (() -> Bool)?
  /// How often it has taken the big kernel lock.
  ///
  /// C: `lock_depth`, from 0 and not from -1.
  var lockDepth = 0
  /// Where it stands in the run queue.
  var runQueueSlot: Int?
  /// How many processes in the table it is the parent of.
  var childCount = 0
  /// Whether it is a thread of the kernel's: it has no program, and nobody waits for it.
  var isKernelThread = false
  /// How often it has said that it reads what others may free.
  ///
  /// C: `rcu_read_lock_nesting`.
  var rcuDepth = 0
  /// The work that it does, where that is what it is for.
  var worker: Worker?
  var hasWarnedOfRCU = false
  /// Since when it was asleep when `khungtaskd` looked, and when that was.
  ///
  /// C: `last_switch_count`, `last_switch_time`.
  var seenAsleep: (since: Int, at: Int)?
  /// When it last gave the processor up.
  var switchedOutAt = 0
  var hasPendingSignal = false
  var pendingSignal = 0
  /// The kernel function in which it sleeps.
  ///
  /// C: what `ps` shows as `WCHAN`.
  var sleepingIn: String?
  /// Its place on the wait queue that it was put on last, until it is taken off.
  ///
  /// C: a `wait_queue_t` on its stack.
  var waitEntry: Address?
  /// A fault inside a call that could not end the process on the spot; it dies at its next chance.
  var pendingDeath: Fault?
  /// A lock that a call which could not be suspended has still to wait for.
  var awaitedLock: KernelLock?
  /// Files under `/proc` whose removal has still to be waited for.
  var entriesToRunDown: [ProcEntry] = []
  /// The system call that it is in, or was last in.
  var systemCall: KernelFunction?
  /// The work that a worker is at.
  var work: WorkInProgress?
  /// How often it has called the kernel since its machine was taken down.
  var callsAfterTheEnd = 0
  /// Set once `do_exit` has begun: the process never runs a program again.
  var isExiting = false

  init(pid: Int, name: String, parentPID: Int, stack: KernelStack, files: FileTable? = nil) {
    self.pid = pid
    self.name = name
    self.parentPID = parentPID
    self.stack = stack
    self.files = files
  }

  /// Whether it would get anywhere if it ran.
  var canGoOn: Bool { goesOnWhen?() ?? true }

  /// The fault that the process still has to die of, which is then taken note of.
  func takePendingDeath() -> Fault? {
    defer { pendingDeath = nil }
    return pendingDeath
  }
}
