/// Holds what came of a step against what was recorded.
struct StepComparison {
  private var expectedLog = LogNormaliser()
  private var cameLog = LogNormaliser()
  private var addresses = AddressBook()
  private var underWay = CallsUnderWay()

  init() {}

  /// Takes the logs of a step that is not compared into account: a block may have begun in it.
  mutating func skip(_ step: RecordedStep, _ result: StepResult?) {
    underWay.note(step)
    _ = expectedLog.lines(step.log)
    _ = cameLog.lines(result?.log ?? [])
  }

  /// In what the step differs.
  mutating func differences(_ step: RecordedStep, _ result: StepResult) -> [Difference] {
    underWay.note(step)
    var differences = unknownFields(step)
    differences += Self.outcome(step.outcome, result.outcome, command: Self.command(step))
    if !step.outcome.isMachineDown { differences += modules(step, result) }
    differences += log(step, result)
    if differences.isEmpty { differences = addressDifferences(step, result) }
    return differences
  }

  private mutating func log(_ step: RecordedStep, _ result: StepResult) -> [Difference] {
    var (expected, came) = (recordedLog(step), cameLog.lines(result.log))
    if step.isLogShortened { came = Array(came.prefix(expected.count)) }
    guard expected.map(\.compared) == came.map(\.compared) else {
      return [
        Difference("log", expected: expected.map(\.compared), came: came.map(\.compared))
      ]
    }
    return zip(expected, came).filter { !$0.0.isRegisters }.flatMap {
      addresses.differences(real: $0.logged, simulated: $1.logged)
    }
  }

  /// The recorded log; of one that was shortened, what stands before the gap.
  private mutating func recordedLog(_ step: RecordedStep) -> [LogNormaliser.Line] {
    guard let gap = step.log.firstIndex(where: Normaliser.isGap) else {
      return expectedLog.lines(step.log)
    }
    let head = expectedLog.lines(Array(step.log[..<gap]))
    _ = expectedLog.lines(Array(step.log[gap...]))
    return head
  }

  private mutating func addressDifferences(
    _ step: RecordedStep, _ result: StepResult
  ) -> [Difference] {
    (step.modulesAfter ?? [:]).sorted { $0.key < $1.key }.flatMap { name, expected in
      guard let old = expected.line, let new = result.modules?[name]?.line else {
        return [Difference]()
      }
      return addresses.differences(real: old, simulated: new)
    }
  }

  /// A recording may hold more than this replay knows: nothing may be passed over in silence.
  private func unknownFields(_ step: RecordedStep) -> [Difference] {
    step.unknownFields.map {
      Difference("field \"\($0)\"", expected: ["(recorded)"], came: ["(unknown to the replay)"])
    }
  }

  private static func command(_ step: RecordedStep) -> String? {
    step.operation == "sh" ? step.arguments.first : nil
  }

  private static func outcome(
    _ expected: StepOutcome, _ came: StepOutcome, command: String?
  ) -> [Difference] {
    var differences: [Difference] = []
    func compare<Value: Equatable>(_ subject: String, _ field: (StepOutcome) -> Value?) {
      let (old, new) = (field(expected), field(came))
      guard old != new else { return }
      differences.append(Difference(subject, expected: [text(old)], came: [text(new)]))
    }
    compare("machine") { $0.isMachineDown ? "went down" : "up" }
    compare("return value") { $0.returned }
    compare("errno") { $0.errno }
    compare("failing call") { $0.failedAt }
    compare("exit status") { $0.exitStatus }
    compare("major") { $0.major }
    compare("ready events") { $0.readyEvents }
    compare("mode") { $0.mode }
    compare("device") { $0.device }
    compare("ending") { ending($0) }
    compare("recorder") { $0.refusal }
    compare("step waited for") { $0.resultOf }
    compare("process state") { TaskText.state($0) }
    let (old, new) = (lines(expected.output, command), lines(came.output, command))
    if old != new { differences.append(Difference("output", expected: old, came: new)) }
    let (stack, frames) = (TaskText.stack(expected.task), TaskText.stack(came.task))
    if stack != frames {
      differences.append(Difference("stack", expected: stack, came: frames))
    }
    return differences
  }

  /// How an operation that did not come back ended.
  ///
  /// A process that stays dead in the middle of its own end is told in two ways, by which of the
  /// recorder's clocks was first.
  private static func ending(_ outcome: StepOutcome) -> String? {
    if outcome.isInBackground { return "in the background" }
    if outcome.death == .unreported || outcome.task?.state == "X" {
      return "dead and never reported"
    }
    if let signal = outcome.death?.signal { return "killed by signal \(signal)" }
    return outcome.stillInKernelAfter == nil ? nil : "still in the kernel"
  }

  private func modules(_ step: RecordedStep, _ result: StepResult) -> [Difference] {
    let readable = { (isBlocked: Bool) in isBlocked ? "reader sleeps" : "read" }
    guard !step.isModuleListBlocked, result.modulesUnreadable == nil else {
      let (old, new) = (
        readable(step.isModuleListBlocked), readable(result.modulesUnreadable != nil)
      )
      return old == new ? [] : [Difference("/proc/modules", expected: [old], came: [new])]
    }
    return (step.modulesAfter ?? [:]).sorted { $0.key < $1.key }.flatMap { name, expected in
      let came = result.modules?[name] ?? .notLoaded
      return underWay.isFinishing(name, expected, came)
        ? [] : Self.moduleDifferences(name, expected, came)
    }
  }

  private static func moduleDifferences(
    _ name: String, _ expected: ModuleState, _ came: ModuleState
  ) -> [Difference] {
    var differences: [Difference] = []
    func compare(_ subject: String, _ old: String?, _ new: String?) {
      guard old != new else { return }
      differences.append(
        Difference("\(subject) of \(name)", expected: [text(old)], came: [text(new)]))
    }
    compare("/proc/modules line", ModuleLine(expected.line).text, ModuleLine(came.line).text)
    compare("refcnt", expected.references, came.references)
    compare("initstate", expected.initState, came.initState)
    compare("taint", expected.taint, came.taint)
    return differences
  }

  private static func lines(_ output: String?, _ command: String?) -> [String] {
    guard let output else { return ["(none)"] }
    return Normaliser.output(output, of: command)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "(none)" }
}
