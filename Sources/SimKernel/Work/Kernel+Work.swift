/// Putting work on queues, and taking it off. C: `queue_work`, `__cancel_work_timer`.
extension Kernel {
  /// Puts work on a queue, unless it is on one, or will be.
  ///
  /// Any context. C: `queue_work`.
  /// - Returns: Whether it was put there.
  func queueWork(_ work: Address, on queue: Address) throws(Trap) -> Bool {
    let depth = current.stack.depth
    enter(.queueWork)
    let isNew = try takePending(work)
    if isNew { try insert(work, into: queue) }
    current.stack.unwind(to: depth)
    stepInPlace("queue_work: before it returns")
    return isNew
  }

  /// Puts work on a queue after some ticks; it is pending from now on.
  ///
  /// Any context. C: `queue_delayed_work`.
  func queueDelayedWork(
    _ work: Address, on queue: Address, delay: Int
  ) throws(Trap) -> Bool {
    stepInPlace("queue_delayed_work: called, before it is pending")
    guard delay > 0 else { return try queueWork(work, on: queue) }
    guard try takePending(work) else { return false }
    let layout = WorkLayout(version)
    try storePointer(work + layout.queue, queue)
    try storeWord(work, queue.rawValue | WorkLayout.pending)
    try modTimer(work + layout.timer, expires: jiffies + delay)
    return true
  }

  /// The time of delayed work has come.
  ///
  /// Interrupt context. C: `delayed_work_timer_fn`.
  func queueDelayed(_ data: UInt64) throws(Trap) {
    enter(.delayedWorkTimer)
    let layout = WorkLayout(version)
    let isTimer = version.timers.data == nil
    let work = isTimer ? Address(data - layout.timer) : Address(data)
    let queue = try loadPointer(work + layout.queue)
    try insert(work, into: queue)
    current.stack.leave()
  }

  /// C: `test_and_set_bit(WORK_STRUCT_PENDING)`.
  private func takePending(_ work: Address) throws(Trap) -> Bool {
    let data = try loadWord(work)
    guard data & WorkLayout.pending == 0 else { return false }
    try storeWord(work, data | WorkLayout.pending)
    return true
  }

  /// Links work into the list of this processor, wherever the queue's description says that it is.
  ///
  /// C: `insert_work`.
  private func insert(_ work: Address, into queue: Address) throws(Trap) {
    let list = try loadPointer(queue + UInt64(processor.id) * wordBytes)
    let state = deferred.workqueues[queue]
    let colour = UInt64(state?.colour ?? 0)
    try storeWord(work, queue.rawValue | colour << 1 | WorkLayout.pending)
    try addToList(work + WorkLayout(version).entry, before: list)
    state?.inFlight[Int(colour)] += 1
    if let pool = deferred.pools[list] { wakeWorker(of: pool) }
  }

  /// Disarms the timer of delayed work; work that is being done goes on, and may arm it again.
  ///
  /// Any context. C: `cancel_delayed_work`.
  /// - Returns: Whether the timer was armed; in 6.1 also whether it was on its queue.
  func cancelDelayedWork(_ work: Address) throws(Trap) -> Bool {
    var wasPending = try delTimer(work + WorkLayout(version).timer)
    if !wasPending, version.facilities.contains(.sharedWorkers) {
      wasPending = try takeOffList(work)
    }
    if wasPending { try storeWord(work, try loadWord(work) & ~WorkLayout.pending) }
    return wasPending
  }

  /// Cancels work, and waits until it is being done nowhere; while it waits, the work cannot be
  /// queued again.
  ///
  /// Process context. C: `cancel_work_sync`, `cancel_delayed_work_sync`.
  func cancelWorkSync(_ work: Address, isDelayed: Bool) async throws(Trap) -> Bool {
    let depth = current.stack.depth
    enter(.cancelWork)
    var wasPending = isDelayed ? try delTimer(work + WorkLayout(version).timer) : false
    if !wasPending { wasPending = try takeOffList(work) }
    // It counts as pending now, whoever tries to queue it.
    try storeWord(work, try loadWord(work) | WorkLayout.pending)
    await step("cancel_work_sync: before it waits")
    await sleepUntil(in: "__flush_work") { !isBeingDone(work) }
    guard !isTornDown else { return wasPending }
    try storeWord(work, try loadWord(work) & ~WorkLayout.pending)
    current.stack.unwind(to: depth)
    return wasPending
  }

  /// C: `try_to_grab_pending`.
  private func takeOffList(_ work: Address) throws(Trap) -> Bool {
    let entry = work + WorkLayout(version).entry
    guard try !isListEmpty(entry) else { return false }
    let data = try loadWord(work)
    try removeFromList(entry)
    try initialiseList(entry)
    let queue = Address(data & ~(WorkLayout.pending | WorkLayout.colours))
    deferred.workqueues[queue]?.inFlight[Int((data & WorkLayout.colours) >> 1)] -= 1
    tellProgress()
    return true
  }

  private func isBeingDone(_ work: Address) -> Bool {
    deferred.workers.contains { $0.work == work }
  }
}
