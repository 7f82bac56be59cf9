@testable import ConformanceReplay

/// A machine that answers from a script: another recording, of which it plays the next step that fits
/// what it is asked.
///
/// With the recording that is being replayed, nothing may differ; with one value changed, exactly that
/// must.
final class MirrorMachine: ReplayMachine {
  private let steps: [RecordedStep]
  private var current = -1
  private var known: [String: ModuleState] = [:]
  private(set) var log: [String] = []
  private(set) var begun: [Operation] = []
  private(set) var now = 0
  /// How long each call takes: as a rule, so long that no time is left to fill.
  private let callTakes: Int
  private(set) var advanced: [Int] = []
  let commands: Set<String>

  init(
    _ sessions: [RecordedSession], commands: Set<String> = MirrorMachine.userland,
    callTakes: Int = 1_000_000
  ) {
    self.callTakes = callTakes
    steps = sessions.flatMap(\.steps)
    self.commands = commands
  }

  static let userland: Set = [
    "insmod", "rmmod", "lsmod", "modprobe", "modinfo", "dmesg", "mknod", "cat", "echo", "head",
    "ls", "ps", "sleep", "kill", "wait", "sysctl", "grep", "tail", "uname", "id",
  ]

  private var outcome: StepOutcome { current < 0 ? StepOutcome() : steps[current].outcome }
  var isUp: Bool { !outcome.isMachineDown }
  var taint: Int {
    play { $0.operation == "taint" }
    return Int(outcome.output?.dropLast() ?? "") ?? -1
  }

  /// Goes on to the next step that fits.
  private func play(_ fits: (RecordedStep) -> Bool) {
    let later = steps.indices.dropFirst(current + 1)
    guard let next = later.first(where: { fits(steps[$0]) }) else { return }
    current = next
    log += steps[next].log
    now += callTakes
    known.merge(steps[next].modulesAfter ?? [:]) { $1 }
  }

  func writeLog(_ line: String) {}

  func begin(_ operation: ConformanceReplay.Operation, by worker: String) {
    begun.append(operation)
    guard worker != "(missing steps)" else { return }
    play { StepParser.action(of: $0) == .perform(operation, process: worker) }
  }

  func wait(for worker: String, atMost milliseconds: Int) -> WorkerCondition {
    guard worker != "(missing steps)" else { return .ended(StepOutcome()) }
    if current < 0 || steps[current].process != worker || outcome.isInBackground
      || steps[current].operation == "join"
    {
      play { $0.operation == "join" && $0.arguments[0] == worker }
    }
    if let death = outcome.death { return .died(death) }
    if outcome.stillInKernelAfter != nil { return .inKernel }
    var result = outcome
    result.resultOf = nil
    return .ended(result)
  }

  func advance(by milliseconds: Int) {
    advanced.append(milliseconds)
    if callTakes == 0 { now += milliseconds }
    play { StepParser.action(of: $0) == .sleep(milliseconds) }
  }

  func task(of worker: String) -> TaskState {
    if outcome.stillInKernelAfter == nil || steps[current].operation == "ps" || lookedAt == current
    {
      play { StepParser.action(of: $0) == .look(process: worker) }
    }
    lookedAt = current
    return outcome.task ?? .gone
  }

  private var lookedAt = -1

  func kill(_ worker: String, signal: Int) -> Int {
    play { StepParser.action(of: $0) == .kill(process: worker, signal: signal) }
    return outcome.returned ?? -1
  }

  func state(ofModule name: String) throws(ModulesUnreadable) -> ModuleState {
    if current >= 0, let reader = steps[current].modulesUnreadable {
      throw ModulesUnreadable(reader: reader)
    }
    if current >= 0, steps[current].isModuleListBlocked {
      throw ModulesUnreadable(reader: TaskState(state: "D", waitChannel: "m_start"))
    }
    return known[name] ?? .notLoaded
  }
}
