extension Module {
  /// Sleeps until somebody wakes the queue.
  ///
  /// Process context. C: `sleep_on` (2.2 to 2.6).
  ///
  /// No signal ends this sleep, and no condition is tested: a wake-up that came before is lost.
  public func sleepOn(_ queue: WaitQueue) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.sleepOn, "sleep_on") else { return }
      let address = calls.kernel.place(queue, in: calls.module)
      try await calls.kernel.sleep(on: address, in: .sleepOn, .uninterruptible)
    }
  }

  /// Sleeps until somebody wakes the queue or a signal comes; it does not say which.
  ///
  /// Process context. C: `interruptible_sleep_on` (2.2 to 2.6).
  public func interruptibleSleepOn(_ queue: WaitQueue) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.sleepOn, "interruptible_sleep_on") else { return }
      let address = calls.kernel.place(queue, in: calls.module)
      try await calls.kernel.sleep(on: address, in: .interruptibleSleepOn, .interruptible)
    }
  }

  /// Sleeps until somebody wakes the queue or so many ticks have passed.
  ///
  /// Process context. C: `sleep_on_timeout` (2.2 to 2.6).
  /// - Returns: The ticks that were left; 0 where the time ran out.
  @discardableResult
  public func sleepOnTimeout(_ queue: WaitQueue, _ ticks: Int) async -> Int {
    await sleep(queue, ticks, .sleepOn, .uninterruptible, "sleep_on_timeout")
  }

  /// Sleeps until somebody wakes the queue, a signal comes, or so many ticks have passed.
  ///
  /// Process context. C: `interruptible_sleep_on_timeout` (2.2 to 2.6).
  /// - Returns: The ticks that were left; 0 where the time ran out.
  @discardableResult
  public func interruptibleSleepOnTimeout(_ queue: WaitQueue, _ ticks: Int) async -> Int {
    await sleep(
      queue, ticks, .interruptibleSleepOn, .interruptible, "interruptible_sleep_on_timeout")
  }

  private func sleep(
    _ queue: WaitQueue, _ ticks: Int, _ symbol: KernelFunction, _ state: Process.State,
    _ name: String
  ) async -> Int {
    var left = 0
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.sleepOn, name) else { return }
      let address = calls.kernel.place(queue, in: calls.module)
      left = try await calls.kernel.sleep(on: address, in: symbol, state, ticks: ticks)
    }
    return left
  }

  /// Sleeps until a condition holds; whoever makes it true wakes the queue.
  ///
  /// Process context. C: `wait_event` (from 2.4 on).
  ///
  /// The condition is tested after the process is on the queue: a wake-up between the test and the
  /// sleep is not lost.
  public func waitEvent(_ queue: WaitQueue, _ condition: () -> Bool) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.waitEvent, "wait_event") else { return }
      let address = calls.kernel.place(queue, in: calls.module)
      try await calls.kernel.waitEvent(on: address) { () throws(Trap) in condition() }
    }
  }

  /// Sleeps until a condition holds or a signal comes.
  ///
  /// Process context. C: `wait_event_interruptible` (from 2.4 on).
  /// - Throws: `ERESTARTSYS` where a signal came; the kernel turns it into `EINTR`.
  public func waitEventInterruptible(
    _ queue: WaitQueue, _ condition: () -> Bool
  ) async throws(Errno) {
    var isSignalled = false
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.waitEvent, "wait_event_interruptible") else { return }
      let address = calls.kernel.place(queue, in: calls.module)
      do throws(Trap) {
        try await calls.kernel.waitEvent(on: address, .interruptible) { () throws(Trap) in
          condition()
        }
      } catch {
        guard case .errno(.ERESTARTSYS) = error else { throw error }
        isSignalled = true
      }
    }
    if isSignalled { throw .ERESTARTSYS }
  }

  /// Puts the current process on a queue and marks it as asleep; it sleeps at its next
  /// ``schedule()``.
  ///
  /// Process context. C: `prepare_to_wait` (from 2.6 on).
  public func prepareToWait(
    _ queue: WaitQueue, _ entry: WaitEntry, interruptible: Bool = false
  ) {
    guard let calls = KernelCalls(self), calls.kernel.has(.prepareToWait, "prepare_to_wait")
    else { return }
    let kernel = calls.kernel
    let address = kernel.place(queue, in: calls.module)
    _ = calls.now { () throws(Trap) in
      let place = entry.address ?? kernel.makeWaitEntry(leavesByItself: true)
      entry.address = place
      if try !kernel.isWaiting(place) { try kernel.addWaitEntry(place, to: address) }
      kernel.current.state = interruptible ? .interruptible : .uninterruptible
    }
  }

  /// Marks the current process as running, and takes it off the queue.
  ///
  /// Process context. C: `finish_wait` (from 2.6 on).
  public func finishWait(_ queue: WaitQueue, _ entry: WaitEntry) {
    guard let calls = KernelCalls(self), calls.kernel.has(.prepareToWait, "finish_wait"),
      let place = entry.address
    else { return }
    let address = calls.kernel.place(queue, in: calls.module)
    calls.kernel.current.state = .running
    _ = calls.now { () throws(Trap) in try calls.kernel.removeWaitEntry(place, from: address) }
    entry.address = nil
  }

  /// Whether a queue is a null pointer, as it is in 2.2 until the first process has slept on it: what
  /// is left after the last one went is not null.
  ///
  /// Any context. C: `queue == NULL`; from 2.4 on it never is.
  public func isNull(_ queue: WaitQueue) -> Bool {
    guard let calls = KernelCalls(self) else { return true }
    let address = calls.kernel.place(queue, in: calls.module)
    let result = calls.now { () throws(Trap) in try calls.kernel.loadWord(address) }
    guard case .success(let word) = result else { return true }
    return word == 0
  }

  /// Makes a process runnable, wherever it sleeps.
  ///
  /// Any context. C: `wake_up_process`.
  public func wakeUpProcess(_ process: Process) {
    guard let calls = KernelCalls(self) else { return }
    calls.kernel.wakeUpProcess(process)
  }

  /// The process whose system call or thread this is.
  ///
  /// Any context. C: `current`.
  public var current: Process? { KernelCalls(self)?.kernel.current }

  /// Whether anybody sleeps on a queue.
  ///
  /// Any context. C: `waitqueue_active`.
  public func waitQueueActive(_ queue: WaitQueue) -> Bool {
    guard let calls = KernelCalls(self) else { return false }
    let address = calls.kernel.place(queue, in: calls.module)
    let result = calls.now { () throws(Trap) in try calls.kernel.isActive(address) }
    guard case .success(let isActive) = result else { return false }
    return isActive
  }

  /// Sleeps for some ticks, or until it is woken.
  ///
  /// Process context. C: `current->state = TASK_UNINTERRUPTIBLE; schedule_timeout(ticks)`.
  /// - Returns: The ticks that were left when something else woke it.
  @discardableResult
  public func scheduleTimeout(_ ticks: Int, interruptible: Bool = false) async -> Int {
    var left = 0
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      left = try await calls.kernel.scheduleTimeout(
        ticks, interruptible ? .interruptible : .uninterruptible)
    }
    return left
  }

  /// Lets others run first.
  ///
  /// Process context. C: `schedule`.
  public func schedule() async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in await calls.kernel.schedule() }
  }

  /// Wakes everybody who sleeps on a queue.
  ///
  /// Any context. C: `wake_up`.
  public func wakeUp(_ queue: WaitQueue) {
    wake(queue, [.interruptible, .uninterruptible])
  }

  /// Wakes those on a queue who sleep interruptibly.
  ///
  /// Any context. C: `wake_up_interruptible`.
  public func wakeUpInterruptible(_ queue: WaitQueue) { wake(queue, [.interruptible]) }

  /// Whether the process whose system call this is has a signal waiting.
  ///
  /// Process context. C: `signal_pending(current)`.
  ///
  /// Also true where the process has no machine to go on with, so that a loop that looks at it
  /// comes to its end.
  public var signalPending: Bool { KernelCalls(self)?.kernel.current.hasPendingSignal ?? true }

  private func wake(_ queue: WaitQueue, _ states: Set<Process.State>) {
    guard let calls = KernelCalls(self) else { return }
    let address = calls.kernel.place(queue, in: calls.module)
    _ = calls.now { () throws(Trap) in try calls.kernel.wake(address, states) }
  }
}
