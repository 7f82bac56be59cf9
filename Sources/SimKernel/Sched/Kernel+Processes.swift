/// How processes begin, end, and are waited for.
extension Kernel {
  /// Makes a process that runs `body` when it gets the processor.
  ///
  /// C: `fork` and `exec` in one.
  ///
  /// - Parameters:
  ///   - name: The name of its program.
  ///   - files: The open files that it inherits.
  ///   - body: The program; what it returns is the exit status.
  /// - Throws: `ENOMEM` where there is no memory for its stack.
  /// - Returns: The process, which has not run yet.
  @discardableResult
  public func spawn(
    _ name: String, files: FileTable = FileTable(),
    _ body: @escaping (SystemCalls) async -> Int
  ) throws(Errno) -> Process {
    guard let base = heap.allocateStack() else { throw .ENOMEM }
    let stack = KernelStack(base: base, memory: memory)
    let process = Process(
      pid: nextPID, name: name, parentPID: current.pid, stack: stack, files: files)
    nextPID += 1
    process.userID = current.userID
    process.workingFolder = current.workingFolder
    current.childCount += 1
    processes.insert(process)
    runQueue.append(process)
    record(.processCreated(pid: process.pid, name: name))
    start(process, body)
    return process
  }

  func start(_ process: Process, _ body: @escaping (SystemCalls) async -> Int) {
    // The task runs on the thread that drives this machine and nowhere else.
    nonisolated(unsafe) let program = body
    nonisolated(unsafe) let subject = process
    Task(executorPreference: executor) {
      await self.park(subject)
      guard !self.isTornDown else { return }
      let status = await program(SystemCalls(kernel: self, process: subject))
      guard !self.isTornDown else { return }
      if self.isExplored, !subject.isKernelThread {
        await self.stepInUserMode("exit: about to be called")
      }
      guard !self.isTornDown else { return }
      await self.exit(status: status << 8, through: self.version.chains.exitOfProgram)
    }
  }

  /// Ends the current process: its files are closed, its parent is told.
  ///
  /// Process context. C: `do_exit`.
  ///
  /// - Parameters:
  ///   - status: As `wait` tells it.
  ///   - chain: The functions through which it comes here.
  func exit(status: Int, through chain: [KernelFunction] = []) async {
    let process = current
    process.isExiting = true
    enter(chain)
    enter(.doExit)
    if let files = process.files {
      process.files = nil
      enter(.putFilesStruct)
      await closeAll(files)
      process.stack.leave()
    }
    // Closing can fault, and then the process has already ended one level further down.
    guard process.exitStatus == nil else { return }
    if process.pid == 1, let words = version.oops.endOfInit(status: status) { panic(words) }
    markEnded(process, status: status)
    bigKernelLockHolder = process.lockDepth > 0 ? nil : bigKernelLockHolder
    tellParent(of: process)
    leaveChildren(of: process)
  }

  /// Ends a process in the table; it never runs again.
  func markEnded(_ process: Process, status: Int) {
    guard process.exitStatus == nil else { return }
    process.exitStatus = status
    process.state = .zombie
    runQueue.remove(process)
    record(.processExited(status: status))
    for module in quieting { tellWaiter(of: module) }
  }

  private func tellParent(of process: Process) {
    if let parent = processes[process.parentPID] {
      wakeUpProcess(parent)
    }
  }

  /// Gives the children of a process that ends to the first process.
  ///
  /// C: `forget_original_parent`.
  private func leaveChildren(of process: Process) {
    guard process.childCount > 0 else { return }
    for child in processes.all where child.parentPID == process.pid {
      child.parentPID = 1
      processes[1]?.childCount += 1
      if child.exitStatus != nil { tellParent(of: child) }
    }
  }

  /// Ends a process whose code is no longer a module's, and keeps its Swift task suspended until the
  /// machine is taken down.
  func exitAfterFault() async {
    let process = current
    await exit(status: Signal.SIGSEGV)
    await park(process)
  }

  /// Takes an ended process out of the table.
  ///
  /// C: `release_task`.
  func reap(_ process: Process) {
    processes.remove(process)
    processes[process.parentPID]?.childCount -= 1
    if process.continuation != nil { corpses.append(process) }
    heap.freeStack(process.stack.base)
  }

  /// Sends a signal: a process in interruptible sleep wakes.
  ///
  /// Any context. C: `send_sig`.
  ///
  /// Number 0 only asks whether the process is there. The first process takes notice of none.
  /// - Throws: `EINVAL` where there is no such signal.
  public func sendSignal(_ signal: Int, to process: Process) throws(Errno) {
    guard signal == 0 || Signal.numbers.contains(signal) else { throw .EINVAL }
    guard process.exitStatus == nil, signal != 0, process.pid != 1, !Signal.isIgnored(signal) else {
      return
    }
    // Of several that wait, the one that nobody can catch is the one that the process dies of.
    let isKilled = process.hasPendingSignal && process.pendingSignal == Signal.SIGKILL
    if !isKilled { process.pendingSignal = signal }
    process.hasPendingSignal = true
    if process.state == .interruptible { wakeUpProcess(process) }
  }

  /// Every process that has not been reaped, oldest first.
  public var processTable: [Process] { processes.all }
}
