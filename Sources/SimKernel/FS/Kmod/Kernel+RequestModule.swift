/// What the kernel runs to have a module loaded: the program, with its arguments.
///
/// C: `/sbin/modprobe -s -k NAME`.
public typealias ModprobeProgram = (SystemCalls, [String]) async -> Int

/// Asking for modules. C: `kernel/kmod.c`.
extension Kernel {
  /// As many `modprobe` processes as the kernel has running at once before it takes them for a
  /// loop.
  ///
  /// C: `MAX_KMOD_CONCURRENT`.
  private static let modprobeLimit = 50
  /// How often it says so.
  private static let loopMessages = 5

  /// Has a module loaded by a process that runs `modprobe`, and waits until that has ended.
  ///
  /// Process context, may sleep. C: `request_module`.
  ///
  /// - Returns: 0 where `modprobe` ran, whatever came of it.
  /// - Throws: `ENOMEM` where too many are running, or there is no memory for one more.
  @discardableResult
  func requestModule(_ name: String) async throws(Trap) -> Int {
    guard let modprobe else { throw .errno(.ENOSYS) }
    enter(.requestModule)
    runningModprobes += 1
    defer { runningModprobes -= 1 }
    guard runningModprobes <= Self.modprobeLimit else {
      stoppedModprobeLoops += 1
      if stoppedModprobeLoops <= Self.loopMessages {
        printk("kmod: runaway modprobe loop assumed and stopped\n", .error)
      }
      throw .errno(.ENOMEM)
    }
    let child: Process
    do throws(Errno) {
      child = try spawn("modprobe") { system in await modprobe(system, ["-s", "-k", name]) }
    } catch {
      printk("request_module[\(name)]: fork failed, errno \(error.rawValue)\n", .error)
      throw .errno(error)
    }
    child.userID = 0
    try await waitForModprobe(child)
    current.stack.leave()
    return 0
  }

  /// Waits until a process has ended; only a signal that nobody can catch ends the wait before.
  private func waitForModprobe(_ child: Process) async throws(Trap) {
    let process = current
    while child.exitStatus == nil {
      if process.hasPendingSignal, process.pendingSignal == Signal.SIGKILL {
        child.parentPID = 1
        throw .errno(.ERESTARTSYS)
      }
      process.state = .interruptible
      process.sleepingIn = version.text[.requestModule].name
      await schedule()
      if isTornDown { throw .errno(.machineIsGone) }
    }
    reap(child)
  }
}
