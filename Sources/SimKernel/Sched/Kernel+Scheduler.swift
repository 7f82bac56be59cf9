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
    let deadline = ticks == .max ? Int.max : jiffies + ticks
    executor.drain()
    while true {
      if isPanicked { return .panicked }
      if isDone() { return .finished }
      if jiffies >= deadline { return .outOfTime }
      let choices = self.choices()
      guard !choices.isEmpty else { return .stuck }
      switch choices[policy.next(among: choices, at: jiffies)] {
      case .tick: timerInterrupt()
      case .run(let pid):
        guard let process = runQueue.first(where: { $0.pid == pid }) else { continue }
        resume(process)
        if isLost(process) { return .lost(pid: process.pid) }
      }
    }
  }

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
  private static let stepsPerTick = 10_000

  private func resume(_ process: Process) {
    guard let continuation = process.continuation else { return }
    process.continuation = nil
    stepsSinceTick += 1
    current = process
    record(.switched(toPID: process.pid))
    continuation.resume()
    executor.drain()
    current = idle
  }

  /// A process that neither waits for the processor nor has ended awaits something outside the simulation.
  private func isLost(_ process: Process) -> Bool {
    process.continuation == nil && process.exitStatus == nil
  }

  /// Gives the processor up; comes back when the process runs again. Process context. C: `schedule`.
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
    await withUnsafeContinuation { process.continuation = $0 }
  }

  /// Makes a process runnable, wherever it sleeps. Any context. C: `wake_up_process`.
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
  /// A process that sleeps in a call that can throw is ended by an error; one in a call that cannot runs on, unseen, until it
  /// returns.
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
    processes.removeAll()
    corpses.removeAll()
    runQueue.removeAll()
  }
}
