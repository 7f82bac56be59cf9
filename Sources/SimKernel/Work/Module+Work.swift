extension Module {
  /// Makes a work queue.
  ///
  /// Process context. C: `create_workqueue` (from 2.6 on).
  /// - Returns: The queue.
  /// - Throws: `ENOMEM`, where C returns a null pointer; `ENOSYS` before 2.6.
  public func createWorkqueue(_ name: String) throws(Errno) -> Workqueue {
    try createWorkqueue(name, single: false)
  }

  /// Makes a work queue with one thread for all processors.
  ///
  /// Process context. C: `create_singlethread_workqueue` (from 2.6 on).
  /// - Returns: The queue.
  /// - Throws: `ENOMEM`, where C returns a null pointer; `ENOSYS` before 2.6.
  public func createSinglethreadWorkqueue(_ name: String) throws(Errno) -> Workqueue {
    try createWorkqueue(name, single: true)
  }

  private func createWorkqueue(_ name: String, single: Bool) throws(Errno) -> Workqueue {
    guard let calls = KernelCalls(self), calls.kernel.has(.workqueues, "create_workqueue") else {
      throw .ENOSYS
    }
    let state = try calls.kernel.createWorkqueue(name, single: single)
    return Workqueue(address: state.address, name: name)
  }

  /// Puts work on a queue, unless it is on one, or will be.
  ///
  /// Any context. C: `queue_work` (from 2.6 on).
  /// - Returns: Whether it was put there.
  @discardableResult
  public func queueWork(_ queue: Workqueue, _ work: Work) -> Bool {
    withWork(work, "queue_work") { kernel, address throws(Trap) in
      try kernel.queueWork(address, on: queue.address)
    }
  }

  /// Puts work on a queue after some ticks, unless it is on one, or will be.
  ///
  /// Any context. C: `queue_delayed_work` (from 2.6 on).
  /// - Returns: Whether it will be.
  @discardableResult
  public func queueDelayedWork(_ queue: Workqueue, _ work: DelayedWork, delay: Int) -> Bool {
    withWork(work, "queue_delayed_work") { kernel, address throws(Trap) in
      try kernel.queueDelayedWork(address, on: queue.address, delay: delay)
    }
  }

  /// Puts work on the kernel's own queue.
  ///
  /// Any context. C: `schedule_work` (from 2.6 on).
  /// - Returns: Whether it was put there.
  @discardableResult
  public func scheduleWork(_ work: Work) -> Bool {
    withWork(work, "schedule_work") { kernel, address throws(Trap) in
      try kernel.queueWork(address, on: try kernel.eventsAddress())
    }
  }

  /// Puts work on the kernel's own queue after some ticks.
  ///
  /// Any context. C: `schedule_delayed_work` (from 2.6 on).
  /// - Returns: Whether it will be.
  @discardableResult
  public func scheduleDelayedWork(_ work: DelayedWork, delay: Int) -> Bool {
    withWork(work, "schedule_delayed_work") { kernel, address throws(Trap) in
      try kernel.queueDelayedWork(address, on: try kernel.eventsAddress(), delay: delay)
    }
  }

  /// Disarms the timer of delayed work; work that is being done goes on, and may arm it again.
  ///
  /// Any context. C: `cancel_delayed_work` (from 2.6 on).
  /// - Returns: Whether the timer was armed.
  @discardableResult
  public func cancelDelayedWork(_ work: DelayedWork) -> Bool {
    withWork(work, "cancel_delayed_work") { kernel, address throws(Trap) in
      try kernel.cancelDelayedWork(address)
    }
  }

  /// Cancels work, and waits until it is being done nowhere.
  ///
  /// Process context. C: `cancel_work_sync` (from 2.6 on).
  /// - Returns: Whether it was pending.
  @discardableResult
  public func cancelWorkSync(_ work: Work) async -> Bool { await cancelSync(work, false) }

  /// Cancels delayed work, and waits until it is being done nowhere; also where it arms itself
  /// again.
  ///
  /// Process context. C: `cancel_delayed_work_sync` (from 2.6 on).
  /// - Returns: Whether it was pending.
  @discardableResult
  public func cancelDelayedWorkSync(_ work: DelayedWork) async -> Bool {
    await cancelSync(work, true)
  }

  /// Waits until what is on a queue has been done; not for timers that are armed.
  ///
  /// Process context. C: `flush_workqueue` (from 2.6 on).
  public func flushWorkqueue(_ queue: Workqueue) async {
    await withQueue(queue, "flush_workqueue") { kernel, state in await kernel.flush(state) }
  }

  /// Waits until what is on the kernel's own queue has been done.
  ///
  /// Process context. C: `flush_scheduled_work` (from 2.6 on).
  public func flushScheduledWork() async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.workqueues, "flush_scheduled_work"),
        let events = calls.kernel.deferred.events
      else { return }
      await calls.kernel.flush(events)
    }
  }

  /// Flushes a queue, stops its threads, and frees it.
  ///
  /// Process context. C: `destroy_workqueue` (from 2.6 on).
  ///
  /// A timer that is still armed for it fires into freed memory.
  public func destroyWorkqueue(_ queue: Workqueue) async {
    await withQueue(queue, "destroy_workqueue") { kernel, state in await kernel.destroy(state) }
  }

  private func withWork(
    _ work: Work, _ call: String, _ body: (Kernel, Address) throws(Trap) -> Bool
  ) -> Bool {
    guard let calls = KernelCalls(self), calls.kernel.has(.workqueues, call) else { return false }
    let address = calls.kernel.place(work, in: calls.module)
    let result = calls.now { () throws(Trap) in try body(calls.kernel, address) }
    guard case .success(let answer) = result else { return false }
    return answer
  }

  private func cancelSync(_ work: Work, _ isDelayed: Bool) async -> Bool {
    var wasPending = false
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.workqueues, "cancel_work_sync") else { return }
      let address = calls.kernel.place(work, in: calls.module)
      wasPending = try await calls.kernel.cancelWorkSync(address, isDelayed: isDelayed)
    }
    return wasPending
  }

  private func withQueue(
    _ queue: Workqueue, _ call: String, _ body: (Kernel, WorkqueueState) async -> Void
  ) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.workqueues, call),
        let state = calls.kernel.deferred.workqueues[queue.address]
      else { return }
      await body(calls.kernel, state)
    }
  }
}

extension Kernel {
  /// Where the description of the kernel's own queue lies.
  func eventsAddress() throws(Trap) -> Address {
    do throws(Errno) { return try eventsQueue().address } catch { throw .errno(error) }
  }
}
