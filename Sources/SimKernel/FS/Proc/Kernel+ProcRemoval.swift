/// Removing a file under `/proc` that has operations of its own. C: `proc_entry_rundown` (6.1),
/// `remove_proc_entry` (2.6.24).
extension Kernel {
  /// Waits until no call of the module's functions is under way, then releases every open file in
  /// the module's stead where this kernel does so.
  ///
  /// Process context, may sleep.
  func runDown(_ entry: ProcEntry) async throws(Trap) {
    enter(.procEntryRundown)
    let process = current
    while entry.runningCalls > 0, !isTornDown {
      entry.remover = process
      try await sleepUninterruptibly(in: .procEntryRundown)
    }
    entry.remover = nil
    if version.files.notesMethodsAtOpen {
      while let open = entry.newestOpener { try await release(open) }
    }
    leaveOrFree(entry)
    current.stack.leave()
  }

  /// Closes a file that a process had open.
  ///
  /// Process context, may sleep. C: `proc_reg_release`.
  func closeProc(_ open: ProcFile) async throws(Trap) {
    enter(.procRegRelease)
    let entry = open.entry
    if version.files.notesMethodsAtOpen {
      if open.slot != nil || open.isClosing {
        try await release(open)
      }
    } else if !entry.isDeleted, open.slot != nil {
      entry.runningCalls += 1
      try await release(open)
      endRelease(of: entry)
    }
    try closeProc(entry)
    current.stack.leave()
  }

  private func endRelease(of entry: ProcEntry) {
    entry.runningCalls -= 1
    if entry.runningCalls == 0, let remover = entry.remover { wakeUpProcess(remover) }
  }

  /// Tells the module that an open file is closed, or waits until somebody else has.
  ///
  /// C: `close_pdeo`.
  private func release(_ open: ProcFile) async throws(Trap) {
    if open.isClosing {
      while !open.isClosed, !isTornDown {
        open.waiter = current
        try await sleepUninterruptibly(in: .procRegRelease)
      }
      return
    }
    open.isClosing = true
    let table = try loadPointer(open.entry.address + ProcEntry.operationsOffset)
    let address = try loadPointer(table + version.procOperations.release)
    if address != .null {
      let function = try enter(address)
      guard case .release(let body) = function.body else { throw wrongArguments(function) }
      do throws(Trap) {
        try await call(function) { () async throws(Errno) in
          if let file = open.file { try await body(file.inode, file) }
        }
      } catch {
        if case .fault = error { throw error }
      }
    }
    open.isClosed = true
    open.entry.remove(open)
    if let waiter = open.waiter { wakeUpProcess(waiter) }
  }

  /// Sleeps until somebody wakes the process.
  ///
  /// C: `wait_for_completion`.
  private func sleepUninterruptibly(in place: KernelFunction) async throws(Trap) {
    let process = current
    process.state = .uninterruptible
    process.sleepingIn = version.text[place].name
    record(.slept(in: place.rawValue, interruptible: false))
    await schedule()
    if isTornDown { throw .errno(.machineIsGone) }
  }
}
