/// What a program can ask of the kernel.
///
/// Each call is made by the process that it was given to.
///
/// A call that faults in the kernel does not return while the machine lives: the process has died
/// in it.
public struct SystemCalls {
  /// The machine.
  public let kernel: Kernel
  /// The process that calls.
  public let process: Process

  /// Runs one system call, and what a signal asks for on the way out.
  func call<Value>(
    _ symbol: KernelFunction, _ body: () async throws(Trap) -> Value
  ) async throws(Errno) -> Value {
    // On a thread that drives no machine, or another one, nothing of this one may be touched.
    guard kernel.isDrivenHere else { throw .machineIsGone }
    guard !kernel.isTornDown, process.exitStatus == nil else { throw .machineIsGone }
    // A machine that has stopped does not come back to any program.
    if kernel.isPanicked { await kernel.park(process) }
    if kernel.isExplored {
      await kernel.stepInUserMode("\(symbol.rawValue): about to be called")
    }
    let stack = process.stack
    let depth = stack.depth
    process.systemCall = symbol
    kernel.enter(kernel.version.chains.systemCall)
    kernel.enter(symbol)
    do throws(Trap) {
      let value = try await body()
      stack.unwind(to: depth)
      await dieOfSignal()
      return value
    } catch {
      switch error {
      case .errno(let errno):
        stack.unwind(to: depth)
        await dieOfSignal()
        // Without a signal nobody puts another number in its place.
        throw errno == .ERESTARTSYS && process.hasPendingSignal ? .EINTR : errno
      case .fault(let fault):
        await kernel.die(fault)
        throw .machineIsGone
      }
    }
  }

  /// A process with a signal waiting ends on its way back to user mode; no program of ours catches
  /// one.
  private nonisolated(nonsending) func dieOfSignal() async {
    guard process.hasPendingSignal, !process.isExiting, !kernel.isTornDown else { return }
    await kernel.exit(status: process.pendingSignal)
    await kernel.park(process)
  }
}
