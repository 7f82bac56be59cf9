/// What every report says at its head: who was running where, and on what kernel.
extension Kernel {
  /// Whoever is running, or another process.
  func dumpContext(of other: Process? = nil) -> DumpContext {
    let process = other ?? current
    return DumpContext(
      processor: processor.id, process: description(of: process), build: build, taint: taintText,
      modules: LinkedModules(
        entries: modules.map { linkedEntry($0) }, lastUnloaded: faults.lastUnloaded),
      work: process.work.map { .init(queue: $0.queue, function: symbolise($0.function)) })
  }

  func description(of process: Process) -> DumpContext.Process {
    DumpContext.Process(
      name: process.name, pid: process.pid, uid: process.userID,
      stackBase: process.stack.base.rawValue, task: process.stack.base.rawValue,
      number: process.pid == 0 ? 0 : processes.all.count { $0.pid <= process.pid })
  }

  /// How a module stands in the list of those that are linked in.
  ///
  /// C: `print_modules`.
  func linkedEntry(_ module: ModuleRecord) -> LinkedModules.Entry {
    let state = state(of: module)
    return linkedEntry(module, isComing: state == .coming, isGoing: state == .going)
  }

  private func linkedEntry(
    _ module: ModuleRecord, isComing: Bool = false, isGoing: Bool = false
  ) -> LinkedModules.Entry {
    let suffix = version.taints.suffix(
      ofModule: module.taints, isComing: isComing, isGoing: isGoing)
    // The suffix has brackets of its own, and so has the entry.
    return LinkedModules.Entry(name: module.name, flags: String(suffix.dropFirst().dropLast()))
  }

  /// Notes that a module was removed.
  func noteUnloaded(_ module: ModuleRecord) {
    faults.lastUnloaded = linkedEntry(module, isComing: false)
  }

  /// How the kernel was built.
  private var build: DumpContext.Build {
    var options: [String] = []
    if version.canBePreempted, mode.isPreemptible || version.configuration.countsPreemption {
      options.append("PREEMPT")
    }
    if mode.processors > 1 || version.chains.numbersIdleTasks { options.append("SMP") }
    if version.configuration.isolatesPageTables { options.append("PTI") }
    return DumpContext.Build(
      release: version.release, package: version.configuration.package, options: options,
      hardware: version.architecture.machineName)
  }
}
