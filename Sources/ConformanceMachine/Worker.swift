internal import ConformanceReplay
internal import SimKernel
internal import Userland

/// A process of the recording: it waits for a job, does it, says what came of it, and waits for the
/// next.
struct Worker {
  let process: SimKernel.Process
  let desk: Desk

  /// Starts a worker, which has not run yet.
  init(_ name: String, on machine: Machine) throws(Errno) {
    let desk = Desk(machine)
    self.desk = desk
    process = try machine.kernel.spawn(name, files: .terminal()) { system in
      await desk.takeRecordersDescriptors(system)
      while let job = try? await system.receive(from: desk.mailbox) {
        desk.result = await job.body(system, desk)
      }
      return 0
    }
    machine.setCommandLine(of: process, ["kctl"])
  }

  var isAlive: Bool { process.exitStatus == nil }

  /// Gives the worker something to do.
  func begin(_ job: Job) {
    desk.result = nil
    desk.machine.kernel.send(job, to: desk.mailbox)
  }

  /// Where its job stands.
  var condition: WorkerCondition {
    if let status = process.exitStatus { return .died(ProcessDeath(signal: status & 0x7f)) }
    return desk.result.map { .ended($0) } ?? .inKernel
  }

  /// What `/proc/PID` tells of it.
  var task: TaskState {
    let kernel = desk.machine.kernel
    if process.exitStatus != nil { return .gone }
    guard let channel = kernel.waitChannel(of: process) else {
      return TaskState(state: process.state.rawValue, waitChannel: "0")
    }
    let lines = kernel.stack(of: process).map { "[<0>] \($0)\n" }
    return TaskState(
      state: process.state.rawValue, waitChannel: channel, stack: lines.joined())
  }
}

/// Something that a worker is told to do; what came of it.
struct Job {
  let body: (SystemCalls, Desk) async -> StepOutcome

  init(_ body: @escaping (SystemCalls, Desk) async -> StepOutcome) { self.body = body }
}

/// What a worker has before it.
final class Desk {
  let machine: Machine
  let mailbox = Mailbox<Job>()
  /// The descriptors by the names that the recording gives them.
  var handles: [String: Int] = [:]
  /// What came of the last job; nil while it is being done.
  var result: StepOutcome?

  init(_ machine: Machine) { self.machine = machine }

  /// Each of the recorder's processes has its socket and the kernel's log open: descriptors 3 and 4.
  func takeRecordersDescriptors(_ system: SystemCalls) async {
    for _ in 3...4 { _ = try? await system.open("/dev/null", .readWrite) }
  }

  /// The descriptor of a name; one that is none for a name that nothing was opened under.
  func descriptor(_ handle: String) -> Int { handles[handle] ?? -1 }
}
