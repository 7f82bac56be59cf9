public import ConformanceReplay
internal import RecordedModules
internal import SimKernel
internal import Userland

/// The simulated kernel as the machine on which a recording is replayed.
///
/// Each worker of the recording is a process of the machine, and so is the recorder, which looks at
/// `/proc/modules` after each step.
public final class SimulatedMachine: ReplayMachine {
  let machine: Machine
  private let driver: MachineDriver
  private var workers: [String: Worker] = [:]
  private var recorder: Worker
  private let transcript = Transcript()

  /// Boots a machine of the kind on which a session was recorded; nil if there is none.
  public static func make(_ session: RecordedSession) -> (any ReplayMachine)? {
    SimulatedMachine(session)
  }

  /// Boots a machine of the kind on which a session was recorded; nil if there is none.
  public init?(_ session: RecordedSession) {
    guard let version = RecordedKernel.version(of: session),
      let machine = try? Machine(
        version, modules: RecordedFiles.modules, files: RecordedFiles.oddities,
        cpus: session.processors,
        preemptible: version.configuration.isPreemptible),
      let recorder = try? Worker("kctl", on: machine)
    else { return nil }
    (self.machine, self.recorder) = (machine, recorder)
    driver = MachineDriver(machine.kernel)
    // The recorded kernels were told to show everything: ignore_loglevel.
    machine.kernel.setConsoleLevel(16)
    machine.kernel.console.output = { [transcript, unowned kernel = machine.kernel] in
      transcript.write($0, at: kernel.jiffies * 1000 / kernel.version.hertz)
    }
  }

  deinit {
    driver.end()
    machine.shutDown()
  }

  private var kernel: Kernel { machine.kernel }

  // MARK: The log

  /// Writes a line as `/dev/kmsg` does.
  public func writeLog(_ line: String) { kernel.printk("\(line)\n", .info) }

  /// What the kernel has printed since it booted.
  public var log: [String] { transcript.lines }

  // MARK: Workers

  /// Lets a worker begin an operation; it runs until it sleeps.
  public func begin(_ operation: Operation, by name: String) {
    guard let worker = worker(name) else { return }
    worker.begin(Job(operation))
    driver.settle()
  }

  /// The worker of a name, started where there is none that lives.
  private func worker(_ name: String) -> Worker? {
    if let worker = workers[name], worker.isAlive { return worker }
    recorder.begin(
      Job { [unowned self] _, _ in
        workers[name] = try? Worker(name, on: machine)
        return StepOutcome()
      })
    driver.settle()
    return workers[name]
  }

  /// Lets time pass until a worker has done its job.
  public func wait(for name: String, atMost milliseconds: Int) -> WorkerCondition {
    guard let worker = workers[name] else { return .inKernel }
    driver.pass(ticks: ticks(milliseconds), until: { worker.condition != .inKernel })
    return worker.condition
  }

  /// What `/proc/PID` tells of a worker.
  public func task(of name: String) -> TaskState { workers[name]?.task ?? .gone }

  /// Sends a signal.
  public func kill(_ name: String, signal: Int) -> Int {
    guard let process = workers[name]?.process, process.exitStatus == nil,
      (try? kernel.sendSignal(signal, to: process)) != nil
    else { return -1 }
    driver.settle()
    return 0
  }

  // MARK: Time

  /// Lets time pass, in milliseconds, rounded down to ticks.
  public func advance(by milliseconds: Int) {
    guard milliseconds > 0 else { return }
    driver.pass(ticks: ticks(milliseconds))
    // Whoever the last tick woke runs within it.
    driver.settle()
  }

  /// Milliseconds since the boot.
  public var now: Int { kernel.jiffies * 1000 / kernel.version.hertz }

  private func ticks(_ milliseconds: Int) -> Int {
    milliseconds * kernel.version.hertz / 1000
  }

  /// How long a busy wait takes, in percent of what it asks for.
  public var busyWaitPercent: Int {
    get { kernel.busyWaitPercent }
    set { kernel.busyWaitPercent = newValue }
  }

  /// Whether anybody has waited busily since boot.
  public var hasWaitedBusily: Bool { kernel.hasWaitedBusily }

  /// Whether the machine has not panicked.
  public var isUp: Bool { !kernel.isPanicked }

  // MARK: What the recorder sees

  /// How long the recorder waits for what it reads, in milliseconds: who holds a lock for a moment is
  /// not taken for one who holds it for ever.
  private static let patience = 1000

  /// What `/proc/modules` and `/sys/module` say, read by the recorder.
  public func state(ofModule name: String) throws(ModulesUnreadable)
    -> ConformanceReplay.ModuleState
  {
    var state = ConformanceReplay.ModuleState.notLoaded
    recorder.begin(
      Job { system, _ in
        state = await system.state(ofModule: name)
        return StepOutcome()
      })
    driver.settle()
    if recorder.condition == .inKernel {
      driver.pass(ticks: ticks(Self.patience)) { [recorder] in recorder.condition != .inKernel }
    }
    guard recorder.condition == .inKernel else { return state }
    // A reader that is stuck stays so; whoever looks next is another one.
    let error = ModulesUnreadable(reader: recorder.task)
    if let next = try? Worker("kctl", on: machine) { recorder = next }
    throw error
  }

  /// What `/proc/sys/kernel/tainted` says.
  public var taint: Int {
    var value = 0
    recorder.begin(
      Job { system, _ in
        value = await system.number(in: "/proc/sys/kernel/tainted")
        return StepOutcome()
      })
    driver.settle()
    return value
  }

  /// What the shell knows.
  public var commands: Set<String> { Set(machine.commandNames) }
}
