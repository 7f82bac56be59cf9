/// The threads that do work. C: `worker_thread`, `run_workqueue` (2.6), `process_one_work` (6.1).
extension Kernel {
  /// Adds a thread to a pool.
  func addWorker(to pool: WorkPool) throws(Errno) {
    let number = pool.isShared ? "\(pool.nextWorkerID)" : ""
    pool.nextWorkerID += 1
    let box = WorkerBox()
    let process = try startThread(pool.name + number) { [unowned self] in
      enter(.kthread)
      enter(.workerThread)
      if let worker = box.worker { await work(as: worker) }
      return 0
    }
    let worker = Worker(process: process, pool: pool)
    box.worker = worker
    process.worker = worker
    pool.workers.append(worker)
    deferred.workers.append(worker)
  }

  /// Sees to it that somebody takes what is on the list of a pool.
  ///
  /// Any context. C: `wake_up` of `more_work` (2.6), `wake_up_worker` (6.1).
  func wakeWorker(of pool: WorkPool) {
    if let idle = pool.workers.first(where: { $0.work == nil }) {
      return wakeUpProcess(idle.process)
    }
    guard pool.isShared, !pool.workers.contains(where: { isOnRunQueue($0.process) }) else { return }
    do throws(Errno) { try addWorker(to: pool) } catch {}
  }

  /// A thread goes to sleep in the middle of its work: another one takes what is left.
  ///
  /// C: `wq_worker_sleeping` (6.1).
  func workerSleeps(_ process: Process) {
    guard let worker = process.worker, worker.work != nil, worker.pool.isShared else { return }
    let pool = worker.pool
    guard memory.loadWord(pool.list) != pool.list.rawValue else { return }
    if let idle = pool.workers.first(where: { $0.work == nil }) {
      wakeUpProcess(idle.process)
    } else if !pool.workers.contains(where: { $0 !== worker && isOnRunQueue($0.process) }) {
      do throws(Errno) { try addWorker(to: pool) } catch {}
    }
  }

  /// A thread has ended, or died in its work; what it did counts as being done for ever.
  func workerEnded(_ process: Process) {
    guard let worker = process.worker else { return }
    worker.pool.workers.removeAll { $0 === worker }
    if worker.work == nil { deferred.workers.removeAll { $0 === worker } }
    process.worker = nil
    if worker.pool.isShared, memory.loadWord(worker.pool.list) != worker.pool.list.rawValue {
      wakeWorker(of: worker.pool)
    }
  }

  private func work(as worker: Worker) async {
    let pool = worker.pool
    let depth = current.stack.depth
    while !isTornDown {
      do throws(Trap) {
        if let entry = try nextWork(of: pool) {
          try await doWork(Address(entry.rawValue - WorkLayout(version).entry), as: worker)
          current.stack.unwind(to: depth)
          await yieldWhenSliceIsOver()
          continue
        }
      } catch {
        guard case .fault(let fault) = error else { return }
        return await die(fault)
      }
      if pool.isStopping { return }
      current.state = .interruptible
      current.sleepingIn = "worker_thread"
      await schedule()
    }
  }

  /// Lets others run, and time pass, after a while: work that queues itself for ever keeps its thread
  /// busy, and nobody else.
  ///
  /// C: `cond_resched`.
  func yieldWhenSliceIsOver() async {
    stepsSinceTick += 1
    if isSliceOver { await schedule() }
  }

  /// The first work on a list whose queue has not as much being done as it may.
  private func nextWork(of pool: WorkPool) throws(Trap) -> Address? {
    var entry = try loadPointer(pool.list)
    var watchdog = Watchdog(patience: Self.longestList)
    while entry != pool.list {
      guard watchdog.isPatient() else {
        lockUp()
        return nil
      }
      guard pool.isShared else { return entry }
      let data = try loadWord(Address(entry.rawValue - WorkLayout(version).entry))
      let queue = deferred.workqueues[Address(data & ~(WorkLayout.pending | WorkLayout.colours))]
      let busy = pool.workers.count { $0.queue === queue && queue != nil }
      if busy < queue?.limit ?? 1 { return entry }
      entry = try loadPointer(entry)
    }
    return nil
  }

  /// The work is taken off and is no longer pending before it is done: it may queue itself.
  private func doWork(_ work: Address, as worker: Worker) async throws(Trap) {
    enter(.processWork)
    let layout = WorkLayout(version)
    let data = try loadWord(work)
    let address = try loadPointer(work + layout.function)
    worker.work = work
    worker.queue = deferred.workqueues[Address(data & ~(WorkLayout.pending | WorkLayout.colours))]
    try removeFromList(work + layout.entry)
    try initialiseList(work + layout.entry)
    try storeWord(work, data & ~WorkLayout.pending)
    await step("run_workqueue: taken off, before it is called")
    let queueName = worker.queue?.name ?? "events"
    current.work = WorkInProgress(queue: queueName, function: address)
    try await callWork(address)
    guard !isTornDown else { return }
    current.work = nil
    worker.queue?.inFlight[Int((data & WorkLayout.colours) >> 1)] -= 1
    worker.work = nil
    worker.queue = nil
    tellProgress()
  }

  /// Calls a function in process context, which takes nothing.
  func callWork(_ address: Address) async throws(Trap) {
    let count = processor.preemptCount
    let function = try enter(address)
    switch function.body {
    case .work(let body), .cleanupModule(let body):
      try await call(function) { () async throws(Errno) in await body() }
    case .thread(let body):
      _ = try await call(function) { () async throws(Errno) in await body() }
    case .routine(let body):
      try await call(function) { () async throws(Errno) in body() }
    default: throw wrongArguments(function)
    }
    let left = processor.preemptCount
    guard countsPreemption, left != count else { return }
    processor.preemptCount = count
    let word = SimKernel.hexadecimal(UInt64(UInt32(truncatingIfNeeded: left)), digits: 8)
    printk(
      "BUG: workqueue leaked lock or atomic: \(current.name)/0x\(word)/\(current.pid)\n", .error)
  }

  private func hexadecimal(_ address: Address) -> String {
    version.architecture.hexadecimal(address.rawValue)
  }
}

/// Lets a thread's task find the worker that was made after it.
private final class WorkerBox {
  var worker: Worker?
}
