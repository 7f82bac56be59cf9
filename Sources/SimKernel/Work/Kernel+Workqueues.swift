/// Making work queues, and taking them away. C: `kernel/workqueue.c` of 2.6.24 and 6.1.
extension Kernel {
  /// Makes a queue: in 2.6 with a thread of its own for each processor, in 6.1 on the threads that
  /// all share.
  ///
  /// Process context. C: `create_workqueue`, `create_singlethread_workqueue`.
  /// - Throws: `ENOMEM`.
  func createWorkqueue(
    _ name: String, single: Bool, limit: Int = 1
  ) throws(Errno) -> WorkqueueState {
    guard let address = heap.allocate(bytes: 32 * Int(wordBytes)) else { throw .ENOMEM }
    var pools: [WorkPool] = []
    for id in single ? [0] : processors.map(\.id) {
      pools.append(try pool(for: name, single: single, processorID: id))
    }
    for processor in processors {
      let pool = pools[single ? 0 : processor.id]
      _ = memory.storeWord(address + UInt64(processor.id) * wordBytes, pool.list.rawValue)
    }
    let state = WorkqueueState(
      name: name, address: address, isSingle: single, limit: limit, pools: pools)
    deferred.workqueues[address] = state
    watch?.took(.workqueue(address), by: moduleBeingExecuted)
    return state
  }

  private func pool(
    for name: String, single: Bool, processorID id: Int
  ) throws(Errno) -> WorkPool {
    let isShared = version.facilities.contains(.sharedWorkers)
    if isShared, !single, let pool = deferred.sharedPools[id] { return pool }
    guard let list = heap.allocate(bytes: 2 * Int(wordBytes)) else { throw .ENOMEM }
    _ = memory.storeWord(list, list.rawValue)
    _ = memory.storeWord(list + wordBytes, list.rawValue)
    let threads = isShared ? "kworker/\(single ? "u\(2 * processors.count)" : "\(id)"):" : name
    let pool = WorkPool(
      processorID: id, list: list, name: isShared || single ? threads : "\(name)/\(id)",
      isShared: isShared)
    deferred.pools[list] = pool
    if isShared {
      if !single { deferred.sharedPools[id] = pool }
    } else {
      try addWorker(to: pool)
    }
    return pool
  }

  /// The queue that is always there.
  ///
  /// C: `keventd_wq` (2.6), `system_wq` (6.1).
  func eventsQueue() throws(Errno) -> WorkqueueState {
    if let events = deferred.events { return events }
    let limit = version.facilities.contains(.sharedWorkers) ? 256 : 1
    let events = try createWorkqueue("events", single: false, limit: limit)
    deferred.events = events
    watch?.took(.workqueue(events.address), by: nil)
    return events
  }

  /// Waits until what is on a queue, or being done, has been done; not for timers that are armed.
  ///
  /// Process context. C: `flush_workqueue`.
  func flush(_ queue: WorkqueueState) async {
    let depth = current.stack.depth
    enter(.flushWork)
    let colour = queue.colour
    queue.colour = (colour + 1) & 15
    await step("flush_workqueue: before it waits")
    await sleepUntil(in: "flush_workqueue") { queue.inFlight[colour] == 0 }
    current.stack.unwind(to: depth)
  }

  /// Flushes a queue, stops its threads, and frees it; a timer that is armed for it fires all the
  /// same.
  ///
  /// Process context. C: `destroy_workqueue`.
  func destroy(_ queue: WorkqueueState) async {
    let depth = current.stack.depth
    enter(.destroyWork)
    await flush(queue)
    guard !isTornDown else { return }
    deferred.workqueues[queue.address] = nil
    for pool in queue.pools where !pool.isShared || queue.isSingle {
      pool.isStopping = true
      for worker in pool.workers { wakeUpProcess(worker.process) }
      if !pool.isShared { await sleepUntil(in: "kthread_stop") { pool.workers.isEmpty } }
      guard !isTornDown else { return }
      deferred.pools[pool.list] = nil
      freeOwn(pool.list)
    }
    freeOwn(queue.address)
    current.stack.unwind(to: depth)
  }
}
