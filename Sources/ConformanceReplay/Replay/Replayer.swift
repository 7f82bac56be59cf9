/// Replays recordings and judges every step.
public struct Replayer {
  private let makeMachine: MachineMaker

  /// A replayer that boots its machines with `makeMachine`.
  public init(makeMachine: @escaping MachineMaker) { self.makeMachine = makeMachine }

  /// Replays the sessions, one machine for each boot among them.
  public func replay(_ sessions: [RecordedSession]) -> Report {
    Report(boots: Boot.boots(of: sessions).map(replay))
  }

  private func replay(_ boot: Boot) -> Report.Boot {
    var best: Report.Boot?
    for speed in HostSpeed.candidates {
      if speed.busyWaitPercent != 100, best?.hasBusyWaits == false { continue }
      let report = replay(boot, speed)
      if report.differing < best?.differing ?? .max { best = report }
      if report.differing == 0 { break }
    }
    return best ?? Report.Boot(name: boot.name, steps: [])
  }

  private func replay(_ boot: Boot, _ speed: HostSpeed) -> Report.Boot {
    guard let machine = makeMachine(boot.first) else {
      let reason = "no machine for the kernel \(boot.first.kernel)"
      return Report.Boot(
        name: boot.name,
        steps: boot.sessions.flatMap { session in
          session.steps.filter { $0.operation != nil }.map {
            Report.Step(session: session.id, step: $0, verdict: .notModelled(reason))
          }
        })
    }
    machine.busyWaitPercent = speed.busyWaitPercent
    let first = boot.sessions.flatMap(\.steps)
    let wait = Pace.millisecondsBefore(first, now: machine.now)
    if wait > 0 { machine.advance(by: wait) }
    var run = BootRun(on: machine, speed)
    let steps = boot.sessions.flatMap { run.steps(of: $0) }
    return Report.Boot(
      name: boot.name, steps: steps, speed: speed, hasBusyWaits: machine.hasWaitedBusily)
  }
}

/// One boot on its way through a machine.
private struct BootRun {
  private let machine: any ReplayMachine
  private let replay: BootReplay
  private var comparison = StepComparison()
  private var previous: Int?
  /// Why nothing more of this boot can be compared; nil as long as it can.
  private var endReason: String?

  init(on machine: any ReplayMachine, _ speed: HostSpeed) {
    self.machine = machine
    replay = BootReplay(on: machine, speed)
  }

  mutating func steps(of session: RecordedSession) -> [Report.Step] {
    var before = endReason == nil ? replay.prepare(session, after: previous) : []
    var steps: [Report.Step] = []
    for step in session.steps {
      previous = step.number
      guard step.operation != nil else { continue }
      var verdict = judge(step)
      if !before.isEmpty, endReason == nil {
        verdict = verdict.adding(before)
        before = []
      }
      steps.append(Report.Step(session: session.id, step: step, verdict: verdict))
    }
    return steps
  }

  /// Runs a line of the shell although not all of it is modelled: what else it does counts for later.
  private func runAnyway(_ action: StepAction, _ step: RecordedStep) -> StepResult? {
    guard machine.isUp, case .perform(.shell, _) = action else { return nil }
    return replay.result(of: action, step: step)
  }

  private mutating func judge(_ step: RecordedStep) -> Verdict {
    if let endReason { return .notModelled(endReason) }
    let action = StepParser.action(of: step)
    if case .unknown(let words) = action {
      // It may have done anything: to pass it over would be to say that it did nothing.
      return .differs([
        Difference("operation", expected: [words], came: ["(unknown to the replay)"])
      ])
    }
    if let reason = Facilities.reason(for: action, commands: machine.commands) {
      let rule = Facilities.rule(for: action, commands: machine.commands)
      if rule?.marksTheRest ?? false { endReason = "depends on \(reason)" }
      comparison.skip(step, runAnyway(action, step))
      return .notModelled(reason)
    }
    guard machine.isUp else {
      return .differs([
        Difference("machine", expected: ["up"], came: ["went down in an earlier step"])
      ])
    }
    let differences = comparison.differences(step, replay.result(of: action, step: step))
    return differences.isEmpty ? .conforms : .differs(differences)
  }
}

extension Verdict {
  /// The verdict with differences that came before the step.
  fileprivate func adding(_ differences: [Difference]) -> Verdict {
    switch self {
    case .differs(let own): .differs(differences + own)
    case .conforms: .differs(differences)
    case .notModelled: self
    }
  }
}
