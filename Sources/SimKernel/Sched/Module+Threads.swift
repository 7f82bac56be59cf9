extension Module {
  /// Starts a thread that runs a function of this module.
  ///
  /// Process context. C: `kthread_run` (from 2.6 on).
  ///
  /// The thread has to have ended before the module goes: it returns into the module's code.
  ///
  /// - Parameters:
  ///   - name: The thread's name.
  ///   - function: The name of its function, in C; nil where it is the same.
  ///   - body: The function; what it returns is what ``kthreadStop(_:)`` returns.
  /// - Throws: `ENOMEM` where there is no memory for it.
  /// - Returns: The thread, for ``kthreadStop(_:)``.
  public func kthreadRun(
    _ name: String, function: String? = nil, _ body: @escaping () async -> Int
  ) throws(Errno) -> KernelThread {
    guard let calls = KernelCalls(self), calls.kernel.has(.kthreads, "kthread_run") else {
      throw .ENOSYS
    }
    let function = calls.kernel.place(function ?? name, .thread(body), in: calls.module)
    return try calls.kernel.startThread(name, at: function.address, frame: .kthread)
  }

  /// Tells a thread to stop, wakes it, and waits until its function has returned.
  ///
  /// Process context. C: `kthread_stop` (from 2.6 on).
  /// - Returns: What the function returned; `-EINTR` where it was never called.
  @discardableResult
  public func kthreadStop(_ thread: KernelThread) async -> Int {
    var result = 0
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.kthreads, "kthread_stop") else { return }
      result = await calls.kernel.stopThread(thread)
    }
    return result
  }

  /// Whether somebody has told the thread that asks to stop.
  ///
  /// A thread. C: `kthread_should_stop` (from 2.6 on).
  public var kthreadShouldStop: Bool {
    guard let calls = KernelCalls(self), calls.kernel.has(.kthreads, "kthread_should_stop")
    else { return true }
    return calls.kernel.deferred.threads[calls.kernel.current.pid]?.shouldStop ?? false
  }

  /// Starts a thread that runs a function of this module, under the name of the process that
  /// starts it.
  ///
  /// Process context. C: `kernel_thread` (2.2 to 2.6).
  /// - Throws: `ENOMEM` where there is no memory for it.
  /// - Returns: Its number.
  @discardableResult
  public func kernelThread(_ body: @escaping () async -> Int) throws(Errno) -> Int {
    guard let calls = KernelCalls(self), calls.kernel.has(.kernelThread, "kernel_thread") else {
      throw .ENOSYS
    }
    let kernel = calls.kernel
    let function = kernel.place("thread", .thread(body), in: calls.module)
    let thread = try kernel.startThread(kernel.current.name, at: function.address, frame: nil)
    return thread.process.pid
  }

  /// Gives a thread a name of its own, and lets go of what it had of the process that started it.
  ///
  /// A thread. C: `daemonize` (2.2 to 2.6); before 2.6 also `strcpy(current->comm, name)`.
  public func daemonize(_ name: String) {
    guard let calls = KernelCalls(self), calls.kernel.has(.kernelThread, "daemonize") else {
      return
    }
    calls.kernel.current.name = String(name.prefix(15))
    calls.kernel.current.hasPendingSignal = false
  }

  /// Ends the thread without going back into this module, after giving a reference to it back.
  ///
  /// A thread. C: `module_put_and_exit` (2.6), `module_put_and_kthread_exit` (6.1).
  public func modulePutAndExit(_ code: Int) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.has("module_put_and_exit", \.isLiveFlag) else { return }
      try calls.kernel.putModule(at: calls.module.address)
      await calls.kernel.endThread(code)
    }
  }

  /// Ends the thread without going back into this module, after saying so.
  ///
  /// A thread. C: `complete_and_exit` (from 2.4 on).
  public func completeAndExit(_ completion: Completion, _ code: Int) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      guard calls.kernel.has(.waitEvent, "complete_and_exit") else { return }
      try calls.kernel.complete(calls.kernel.place(completion, in: calls.module))
      await calls.kernel.endThread(code)
    }
  }
}

extension Kernel {
  /// C: `do_exit`, called by a thread.
  func endThread(_ code: Int) async {
    deferred.threads[current.pid]?.result = code
    let process = current
    await exit(status: (code & 0xff) << 8)
    await park(process)
  }
}
