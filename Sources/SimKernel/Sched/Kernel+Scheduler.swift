internal import CKernelMemory

/// Who runs when: the one place where processes are resumed.
extension Kernel {
  /// Lets the machine run until `isDone`, or until nothing can happen any more.
  ///
  /// - Parameters:
  ///   - isDone: Asked before every choice.
  ///   - ticks: How much virtual time may pass.
  /// - Returns: Why the run ended.
  public func run(until isDone: () -> Bool, ticks: Int = .max) -> RunOutcome {
    let before = kernel_memory_current()
    kernel_memory_set_current(Unmanaged.passUnretained(self).toOpaque())
    defer { kernel_memory_set_current(before) }
    let (deadline, isEndless) = jiffies.addingReportingOverflow(ticks)
    let lastSwitch = switches + Self.longestRun
    // Once a process is lost nobody knows when its code runs: the machine is not a machine any more.
    if let lost = processes.first(where: \.isLost) { return .lost(pid: lost.pid) }
    executor.drain()
    while true {
      if isPanicked { return .panicked }
      if isDone() { return .finished }
      if jiffies >= deadline && !isEndless || switches > lastSwitch { return .outOfTime }
      let choices = self.choices()
      guard !choices.isEmpty, !standsStill else { return .stuck }
      let index = policy.next(among: choices, at: jiffies)
      switch choices[choices.indices.contains(index) ? index : 0] {
      case .tick: timerInterrupt()
      case .run(let pid):
        guard let process = runQueue.first(where: { $0.pid == pid }) else { continue }
        resume(process)
        if process.isLost { return .lost(pid: pid) }
      }
    }
  }

  /// Whether only interrupts have come for so long that no process will ever be woken by one.
  private var standsStill: Bool {
    runQueue.isEmpty && timers.isEmpty && jiffies - lastSwitchedAt > Self.longestSilence
  }

  /// Ten minutes, in ticks.
  private static let longestSilence = 600 * Kernel.ticksPerSecond
  /// How often the processor may go over to a process in one run: some seconds of the host's time.
  private static let longestRun = 5_000_000

  /// What may happen next, Linux's own order first.
  private func choices() -> [ScheduleChoice] {
    var choices = runQueue.map { ScheduleChoice.run(pid: $0.pid) }
    let hasWorkAtTick = !timers.isEmpty || hasQueuedTasks
    if !runQueue.isEmpty || hasWorkAtTick { choices.append(.tick) }
    // A process that only yields would keep time from passing: its slice ends as on a real machine.
    if stepsSinceTick > Self.stepsPerTick, !choices.isEmpty { return [.tick] }
    return choices
  }

  /// How often processes may run within one tick before the tick comes anyway.
  private static let stepsPerTick = 1_000

  private func resume(_ process: Process) {
    guard let continuation = process.continuation else { return }
    process.continuation = nil
    stepsSinceTick += 1
    switches += 1
    lastSwitchedAt = jiffies
    current = process
    record(.switched(toPID: process.pid))
    process.isLost = true
    continuation.resume()
    executor.drain()
    if process.exitStatus != nil { process.isLost = false }
    current = idle
  }

  /// Gives the processor up; comes back when the process runs again.
  ///
  /// Process context. C: `schedule`.
  func schedule() async {
    let process = current
    process.stack.enter(Code(.schedule))
    if let index = runQueue.firstIndex(where: { $0 === process }) {
      runQueue.remove(at: index)
      if process.state == .running { runQueue.append(process) }
    }
    await park(process)
    process.stack.leave()
  }

  /// Suspends the Swift task of a process until the driver resumes it.
  func park(_ process: Process) async {
    guard !isTornDown else { return }
    process.isLost = false
    await withUnsafeContinuation { process.continuation = $0 }
  }

  /// Suspends a process that has nothing left to do: its machine has stopped, or is gone.
  ///
  /// After the machine was taken down it comes back a few times, so that a function can run to its
  /// end and its memory is given back; then it is a loop that would never end, and is left
  /// suspended for good.
  func parkForGood(_ process: Process) async {
    if !isTornDown { return await park(process) }
    process.callsAfterTheEnd += 1
    if process.callsAfterTheEnd > 100 { await Self.suspendForGood() }
  }

  /// Never comes back: there is nobody who could end what would come next.
  static func suspendForGood() async {
    await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
  }

  /// Makes a process runnable, wherever it sleeps.
  ///
  /// Any context. C: `wake_up_process`.
  func wakeUpProcess(_ process: Process) {
    guard process.exitStatus == nil, process.state != .running || !isOnRunQueue(process) else {
      return
    }
    process.state = .running
    process.sleepingIn = nil
    if !isOnRunQueue(process) { runQueue.append(process) }
    record(.woken(pid: process.pid))
  }

  func isOnRunQueue(_ process: Process) -> Bool { runQueue.contains { $0 === process } }

  /// A place in a system call where an interrupt may come between, if the policy wants one there.
  func step(_ place: String) {
    guard !isInInterrupt, !isPanicked else { return }
    if policy.interrupts(at: ScheduleStep(pid: current.pid, place: place)) { timerInterrupt() }
  }

  /// Takes the machine down: what is suspended ends, and nothing of it stays in the host's memory.
  ///
  /// A process that sleeps in a call that can throw is ended by an error; one in a call that cannot
  /// runs on, unseen, until it returns. None of its calls has any effect; one that loops round a
  /// sleep without looking for a signal is left suspended, and keeps its memory. Must not be called
  /// while the machine runs.
  public func shutDown() {
    let before = kernel_memory_current()
    kernel_memory_set_current(Unmanaged.passUnretained(self).toOpaque())
    defer { kernel_memory_set_current(before) }
    isTornDown = true
    trace.isEnabled = false
    console.output = { _ in }
    for process in processes + corpses {
      guard let continuation = process.continuation else { continue }
      process.continuation = nil
      current = process
      continuation.resume()
      executor.drain()
    }
    for module in modules { forget(module) }
    modules.removeAll()
    executor.close()
    processes.removeAll()
    corpses.removeAll()
    runQueue.removeAll()
  }
}
