/// Threads that have no program. C: `kernel_thread` (`arch/i386/kernel/process.c`), `kernel/kthread.c`.
extension Kernel {
  /// Makes a process without a program, which runs a function of the kernel.
  ///
  /// Nobody waits for it: it is gone when it ends.
  /// - Throws: `ENOMEM` where there is no memory for its stack.
  func startThread(
    _ name: String, _ body: @escaping () async -> Int
  ) throws(Errno) -> Process {
    guard let base = heap.allocateStack() else { throw .ENOMEM }
    let stack = KernelStack(base: base, memory: memory, hasUserMode: false)
    let process = Process(
      pid: nextPID, name: String(name.prefix(15)), parentPID: 0, stack: stack)
    nextPID += 1
    process.isKernelThread = true
    processes.insert(process)
    runQueue.append(process)
    record(.processCreated(pid: process.pid, name: process.name))
    start(process) { [unowned self] _ in
      enter(.kernelThread)
      return await body()
    }
    // An interrupt comes back to no process that would let the thread get as far as its start.
    if isInInterrupt { executor.drain() }
    return process
  }

  /// Starts a thread that runs a function of a module.
  func startThread(
    _ name: String, at address: Address, frame: KernelFunction?
  ) throws(Errno) -> KernelThread {
    let box = ThreadBox()
    let process = try startThread(name) { [unowned self] in
      let thread = box.thread
      if let frame { enter(frame) }
      // C: one that is told to stop before it has begun never does.
      let result =
        thread?.shouldStop == true ? -Errno.EINTR.rawValue : await callThread(address)
      thread?.result = result
      return result & 0xff
    }
    let thread = KernelThread(process: process)
    thread.function = address
    box.thread = thread
    deferred.threads[process.pid] = thread
    return thread
  }

  private func callThread(_ address: Address) async -> Int {
    do throws(Trap) {
      let function = try enter(address)
      guard case .thread(let body) = function.body else { throw wrongArguments(function) }
      return try await call(function) { () async throws(Errno) in await body() }
    } catch {
      if case .fault(let fault) = error { await die(fault) }
      return 0
    }
  }

  /// Tells a thread to stop, wakes it, and waits until it has.
  ///
  /// Process context. C: `kthread_stop`.
  /// - Returns: What its function returned.
  func stopThread(_ thread: KernelThread) async -> Int {
    thread.shouldStop = true
    enter(.kthreadStop)
    wakeUpProcess(thread.process)
    await sleepUntil(in: "kthread_stop") { thread.process.exitStatus != nil }
    current.stack.leave()
    return thread.result ?? 0
  }

  /// Sleeps in state D until the kernel's own condition holds; it is tested whenever a thread has
  /// ended or a piece of work is done.
  func sleepUntil(in place: String, _ condition: () -> Bool) async {
    let process = current
    let depth = process.stack.depth
    enter(version.chains.completionWait)
    while !condition(), !isTornDown, !isPanicked {
      process.state = .uninterruptible
      process.sleepingIn = place
      progressWaiters.append(process)
      record(.slept(in: place, interruptible: false))
      await schedule()
    }
    process.state = .running
    process.stack.unwind(to: depth)
  }

  /// Wakes whoever waits for a thread to end or for work to be done.
  func tellProgress() {
    guard !progressWaiters.isEmpty else { return }
    let waiters = progressWaiters
    progressWaiters.removeAll()
    for process in waiters { wakeUpProcess(process) }
  }
}

/// Lets a thread's task find the thread that was made after it.
private final class ThreadBox {
  var thread: KernelThread?
}
