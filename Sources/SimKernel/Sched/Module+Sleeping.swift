extension Module {
  /// Sleeps until somebody wakes the queue.
  ///
  /// Process context. C: `sleep_on`.
  ///
  /// No signal ends this sleep, and no condition is tested: a wake-up that came before is lost.
  public func sleepOn(_ queue: WaitQueue) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      let address = calls.kernel.place(queue, in: calls.module)
      try await calls.kernel.sleep(on: address, in: .sleepOn, .uninterruptible)
    }
  }

  /// Sleeps until somebody wakes the queue or a signal comes; it does not say which.
  ///
  /// Process context. C: `interruptible_sleep_on`.
  public func interruptibleSleepOn(_ queue: WaitQueue) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      let address = calls.kernel.place(queue, in: calls.module)
      try await calls.kernel.sleep(on: address, in: .interruptibleSleepOn, .interruptible)
    }
  }

  /// Sleeps until a condition holds; whoever makes it true wakes the queue.
  ///
  /// Process context. C: `wait_event`.
  ///
  /// The condition is tested after the process is on the queue: a wake-up between the test and the
  /// sleep is not lost.
  public func waitEvent(_ queue: WaitQueue, _ condition: () -> Bool) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      let address = calls.kernel.place(queue, in: calls.module)
      try await calls.kernel.waitEvent(on: address, condition)
    }
  }

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

  /// Sleeps for some ticks, whatever happens.
  ///
  /// Process context. C: `current->state = TASK_UNINTERRUPTIBLE; schedule_timeout(ticks)`.
  public func scheduleTimeout(_ ticks: Int) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      _ = await calls.kernel.scheduleTimeout(ticks, .uninterruptible)
    }
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
