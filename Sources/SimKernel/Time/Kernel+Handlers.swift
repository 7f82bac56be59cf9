/// Handlers that run where nobody may sleep: those of timers and tasks.
extension Kernel {
  /// Calls a handler through a pointer.
  ///
  /// Interrupt context.
  ///
  /// A stale pointer can lead to the start of a function of another module. One that takes nothing
  /// runs, whatever it was written for; one that sleeps does so where it must not.
  func callHandler(_ address: Address, data: UInt64 = 0) throws(Trap) {
    let function = try enter(address, arguments: [data])
    switch function.body {
    case .routine(let routine): routine()
    case .argument(let routine): routine(data)
    case .cleanupModule(let cleanUp): runInPlace(cleanUp)
    case .work(let work): runInPlace(work)
    case .thread(let thread): runInPlace { _ = await thread() }
    case .initModule(let initialise):
      runInPlace { do throws(Errno) { try await initialise() } catch {} }
    default: throw wrongArguments(function)
    }
    if isPanicked || isTornDown { return }
    if let death = current.takePendingDeath() { throw .fault(death) }
    stepInPlace("\(function.name): before it returns")
    try leave(function)
  }

  /// Runs code that may sleep where nobody can wait for it: whatever would suspend it goes on at
  /// once, after what the kernel says of it.
  func runInPlace(_ body: @escaping () async -> Void) {
    let end = Ending()
    let process = current
    // Both run on the thread that drives this machine.
    nonisolated(unsafe) let program = body
    Task(executorPreference: executor) {
      await program()
      end.hasCome = true
    }
    executor.drain()
    // It awaits something that is no call of the kernel.
    if !end.hasCome { lostPID = process.pid }
  }
}

/// Whether something has ended; used by one thread.
private final class Ending: @unchecked Sendable {
  var hasCome = false
}
