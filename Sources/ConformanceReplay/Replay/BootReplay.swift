/// Replays the steps of one boot, one after the other, on one machine.
final class BootReplay {
  private let machine: any ReplayMachine
  /// The workers that are in an operation, with the number of the step in which it began.
  private var busy: [String: Int] = [:]
  private var pace: Pace

  init(on machine: any ReplayMachine, _ host: HostSpeed) {
    self.machine = machine
    pace = Pace(beginsLate: host.beginsLate)
  }

  /// How long the recorder waited for a call before it went on without it, in milliseconds.
  static let patience = 4000

  /// Does what a step did, and collects what came of it.
  func result(of action: StepAction, step: RecordedStep) -> StepResult {
    let logged = machine.log.count
    if case .perform = action {
      let wait = pace.millisecondsBefore(step, now: machine.now)
      if wait > 0 { machine.advance(by: wait) }
    }
    let began = machine.now
    var result = StepResult()
    result.outcome = outcome(of: action, step: step)
    if machine.isUp {
      let isCall = if case .perform = action { true } else { false }
      let left = pace.millisecondsLeft(of: step, isCall: isCall, began: began, now: machine.now)
      if left > 0 { machine.advance(by: left) }
    }
    if !machine.isUp {
      result.outcome = StepOutcome()
      result.outcome.isMachineDown = true
    } else {
      lookAtModules(step, &result)
    }
    result.log = Array(machine.log.dropFirst(logged))
    return result
  }

  private func outcome(of action: StepAction, step: RecordedStep) -> StepOutcome {
    var outcome = StepOutcome()
    switch action {
    case .remark, .unknown: break
    case .sleep(let milliseconds): machine.advance(by: milliseconds)
    case .look(let process): outcome.task = machine.task(of: process)
    case .kill(let process, let signal): outcome.returned = machine.kill(process, signal: signal)
    case .taint: outcome.output = "\(machine.taint)\n"
    case .join(let process, let limit):
      guard let began = busy[process] else {
        outcome.refusal = "nothing pending"
        return outcome
      }
      outcome = wait(for: process, atMost: limit)
      outcome.resultOf = began
    case .perform(let operation, let process):
      outcome = perform(operation, by: process, step: step)
    }
    return outcome
  }

  private func perform(
    _ operation: Operation, by process: String, step: RecordedStep
  ) -> StepOutcome {
    var outcome = StepOutcome()
    guard busy[process] == nil else {
      outcome.refusal = "worker is busy"
      return outcome
    }
    busy[process] = step.number
    mark(step, by: process, operation)
    machine.begin(operation, by: process)
    if step.outcome.isInBackground {
      outcome.isInBackground = true
      return outcome
    }
    let limit = step.outcome.stillInKernelAfter.map(Pace.bounded)
    return wait(for: process, atMost: limit ?? Self.patience)
  }

  /// Marks the step in the kernel's log as the recorder did: whoever counts the log's lines in a
  /// shell's line counts the marks.
  private func mark(_ step: RecordedStep, by process: String, _ operation: Operation) {
    if case .shell = operation { return }
    machine.writeLog("GT #\(step.number) \(process): \(step.script)")
  }

  private func wait(for process: String, atMost limit: Int) -> StepOutcome {
    var outcome = StepOutcome()
    switch machine.wait(for: process, atMost: limit) {
    case .ended(let result):
      busy[process] = nil
      return result
    case .died(let death):
      busy[process] = nil
      outcome.death = death
    case .inKernel:
      outcome.stillInKernelAfter = limit
      outcome.task = machine.task(of: process)
    }
    return outcome
  }

  private func lookAtModules(_ step: RecordedStep, _ result: inout StepResult) {
    guard let names = step.modulesAfter?.keys.sorted() else { return }
    do throws(ModulesUnreadable) {
      var modules: [String: ModuleState] = [:]
      // Where the real reader was blocked there are no names; any read shows whether ours is.
      for name in step.isModuleListBlocked ? ["?"] : names {
        modules[name] = try machine.state(ofModule: name)
      }
      result.modules = modules
    } catch {
      result.modulesUnreadable = error.reader
    }
  }

  /// Brings the session's modules to where they were when it began, if steps before it are missing
  /// from the recording; says what does not fit if none are.
  func prepare(_ session: RecordedSession, after previous: Int?) -> [Difference] {
    let first = session.steps.first?.number ?? 1
    // The title of a part takes a number of its own.
    let isGap = first - (previous ?? 0) > 2
    var differences: [Difference] = []
    // What others use goes only after them: each round takes away what it can.
    for _ in session.modulesBefore where isGap { restoreAll(session) }
    for (name, line) in session.modulesBefore.sorted(by: { $0.key < $1.key }) {
      let expected = ModuleLine(line ?? nil)
      let came = ModuleLine((try? machine.state(ofModule: name))?.line)
      guard expected != came else { continue }
      if !isGap {
        differences.append(
          Difference("modules before the session", expected: [expected.text], came: [came.text]))
      }
    }
    return differences
  }

  private func restoreAll(_ session: RecordedSession) {
    for (name, line) in session.modulesBefore.sorted(by: { $0.key < $1.key }) {
      let expected = ModuleLine(line ?? nil)
      let came = ModuleLine((try? machine.state(ofModule: name))?.line)
      if expected != came { restore(name, to: expected) }
    }
  }

  private func restore(_ name: String, to line: ModuleLine) {
    let worker = "(missing steps)"
    if line.isLoaded {
      let file = "\(name).ko"
      machine.begin(.finitModule(file: file, parameters: "", ignoring: []), by: worker)
    } else {
      machine.begin(.deleteModule(name: name, flags: [.force, .nonBlocking]), by: worker)
    }
    _ = machine.wait(for: worker, atMost: Self.patience)
  }
}
