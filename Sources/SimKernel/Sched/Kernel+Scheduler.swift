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
    Self.watchStack()
    let (deadline, isEndless) = jiffies.addingReportingOverflow(ticks)
    let lastSwitch = switches + Self.longestRun
    // Once a process is lost nobody knows when its code runs: the machine is not a machine any more.
    if let lostPID { return .lost(pid: lostPID) }
    executor.drain()
    while true {
      reportForeignCalls()
      if isPanicked { return .panicked }
      if isDone() { return .finished }
      if jiffies >= deadline && !isEndless || switches > lastSwitch { return .outOfTime }
      guard let choice = nextChoice(), !standsStill else { return .stuck }
      perform(choice)
      if isExplored { policy.stepEnded() }
      if let lostPID { return .lost(pid: lostPID) }
    }
  }

  /// Does what was chosen: an interrupt, or the steps of a process until it pauses or gives up.
  func perform(_ choice: ScheduleChoice) {
    switch choice {
    case .tick(let cpu):
      let before = processor
      processor = processors[cpu]
      noteRead(.processor(cpu))
      noteRead(.table(.life))
      timerInterrupt()
      processor = before
    case .run(let pid, let cpu):
      if let process = processes.find(pid) { resume(process, on: processors[cpu]) }
    case .handler: break  // It goes on when whatever runs nested in it returns.
    }
  }

  /// Whether only interrupts have come for so long that no process will ever be woken by one.
  private var standsStill: Bool {
    runQueue.isEmpty && timeouts == 0 && jiffies - lastSwitchedAt > silenceLimit
  }

  /// Ten minutes, in ticks.
  private var silenceLimit: Int { 600 * version.hertz }
  /// How often the processor may go over to a process in one run: some seconds of the host's time.
  private static let longestRun = 5_000_000

  private func resume(_ process: Process, on processor: Processor) {
    // A process that an interrupt has made has not come to its first wait yet.
    if process.continuation == nil { executor.drain() }
    guard let continuation = process.continuation else { return }
    process.continuation = nil
    stepsSinceTick += 1
    switches += 1
    lastSwitchedAt = jiffies
    let before = self.processor
    self.processor = processor
    let scene = StepScene(process, processor, self)
    if processor.current !== process {
      preempt(processor.current)
      runQueue.remove(process)
      processor.current = process
      process.processor = processor
      record(.switched(toPID: process.pid))
    }
    if process.isPaused {
      process.isPaused = false
      pausedCount -= 1
    }
    process.isLost = true
    continuation.resume()
    executor.drain()
    if process.exitStatus != nil { process.isLost = false }
    if process.isLost { lostPID = process.pid }
    if !process.isPaused { leaveProcessor(process) }
    scene.noteEnd(self)
    if process.isKernelThread, process.exitStatus != nil { forgetThread(process) }
    self.processor = before
  }

  /// A thread that has ended is waited for by nobody, but its end may be.
  private func forgetThread(_ process: Process) {
    guard processes[process.pid] === process else { return }
    deferred.threads[process.pid] = nil
    workerEnded(process)
    reap(process)
    tellProgress()
  }

  /// Takes the processor away from a process in the middle of what it does.
  private func preempt(_ process: Process) {
    guard process.isPaused else { return }
    leaveProcessor(process)
    runQueue.append(process)
  }

  /// Leaves a processor to its idle task.
  private func leaveProcessor(_ process: Process) {
    guard let processor = process.processor else { return }
    process.processor = nil
    if processor.current === process { processor.current = processor.idle }
  }

  /// Gives the processor up; comes back when the process runs again.
  ///
  /// Process context. C: `schedule`.
  nonisolated(nonsending) func schedule() async {
    guard checkContextOfScheduling() else { return }
    let process = current
    let frames = process.stack.depth
    enter(version.chains.switching)
    if version.facilities.contains(.schedulerQueue) { await runBeforeSwitch(process) }
    if process.state == .interruptible, process.hasPendingSignal { process.state = .running }
    process.switchedOutAt = jiffies
    if process.state != .running { workerSleeps(process) }
    let depth = releaseBigKernelLock(process)
    runQueue.remove(process)
    if process.state == .running { runQueue.append(process) }
    await park(process)
    if depth > 0 { await reacquireBigKernelLock(process, depth: depth) }
    process.stack.unwind(to: frames)
  }

  /// Suspends the Swift task of a process until the driver resumes it.
  ///
  /// Like all that only waits, it runs where its caller runs: a change of executor costs more than it.
  nonisolated(nonsending) func park(_ process: Process) async {
    guard !isTornDown else { return }
    // A process sleeps once: another task of its own that wants to as well never comes back.
    if process.continuation != nil {
      complainOfTwoSleeps(process)
      return await Self.suspendForGood()
    }
    process.isLost = false
    await withUnsafeContinuation { process.continuation = $0 }
  }

  private func complainOfTwoSleeps(_ process: Process) {
    printk(
      "\(process.name) (pid \(process.pid)): a process that sleeps already was to sleep once more; "
        + "child tasks cannot call the kernel\n", .error)
  }

  /// Suspends a process that has nothing left to do: its machine has stopped, or is gone.
  ///
  /// After the machine was taken down it comes back a few times, so that a function can run to its
  /// end and its memory is given back; then it is a loop that would never end, and is left
  /// suspended for good.
  nonisolated(nonsending) func parkForGood(_ process: Process) async {
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
    if process.processor == nil { runQueue.append(process) }
    record(.woken(pid: process.pid))
  }

  /// Whether a process runs, or waits for a processor.
  func isOnRunQueue(_ process: Process) -> Bool {
    process.processor != nil || runQueue.contains(process)
  }
}
