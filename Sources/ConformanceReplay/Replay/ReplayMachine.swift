/// A machine on which a recording is replayed.
///
/// A *worker* is a process that lives from the first step that names it until it dies, and does one
/// operation at a time. A worker that died is started anew, under the same name and without files,
/// when a later step names it.
public protocol ReplayMachine: AnyObject {
  /// Writes a line into the kernel's log, as a process does through `/dev/kmsg`.
  func writeLog(_ line: String)

  /// Lets a worker begin an operation, and runs the machine until that operation has ended or can go
  /// no further without time passing.
  func begin(_ operation: Operation, by worker: String)

  /// Lets time pass until a worker's operation has ended, at most so many milliseconds of the
  /// machine's own time.
  func wait(for worker: String, atMost milliseconds: Int) -> WorkerCondition

  /// Lets time pass, in milliseconds of the machine's own time.
  func advance(by milliseconds: Int)

  /// What `/proc/PID` tells of a worker.
  func task(of worker: String) -> TaskState

  /// Sends a signal to a worker; returns what `kill(2)` returned.
  func kill(_ worker: String, signal: Int) -> Int

  /// What `/proc/modules` and `/sys/module` say of a module.
  ///
  /// - Throws: `ModulesUnreadable` if whoever reads `/proc/modules` does not come back.
  func state(ofModule name: String) throws(ModulesUnreadable) -> ModuleState

  /// `/proc/sys/kernel/tainted`.
  var taint: Int { get }

  /// The time since boot, in milliseconds.
  var now: Int { get }

  /// How long a busy wait takes, in percent of what it asks for.
  var busyWaitPercent: Int { get set }

  /// Whether anybody has waited busily since boot.
  var hasWaitedBusily: Bool { get }

  /// Whether the machine still runs: false after a panic.
  var isUp: Bool { get }

  /// The kernel's log since boot, one line each, with timestamps.
  var log: [String] { get }

  /// The names of the commands that the machine's shell knows.
  var commands: Set<String> { get }
}

extension ReplayMachine {
  /// A machine whose busy waits take as long as they ask for.
  public var busyWaitPercent: Int {
    get { 100 }
    set { _ = newValue }
  }

  /// Nobody has.
  public var hasWaitedBusily: Bool { false }
}

/// Where a worker's operation stands.
public enum WorkerCondition: Equatable, Sendable {
  /// It has ended.
  case ended(StepOutcome)
  /// It has not come back.
  case inKernel
  /// The worker died in it.
  case died(ProcessDeath)
}

/// Nobody can read `/proc/modules`: whoever tries sleeps for ever.
public struct ModulesUnreadable: Error, Equatable {
  /// The state of the process that tried.
  public let reader: TaskState

  /// A reader that sleeps.
  public init(reader: TaskState) { self.reader = reader }
}

/// Boots a machine of the kind on which a session was recorded; nil if there is no such machine.
public typealias MachineMaker = (RecordedSession) -> (any ReplayMachine)?
