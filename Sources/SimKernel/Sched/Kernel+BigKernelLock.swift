/// The big kernel lock: one process at a time is in the parts of the kernel that it guards.
///
/// A process can take it again while it has it, and whoever sleeps lets go of it until it runs
/// again: that is why "anything that sleeps opens the lock". C: `lock_kernel`, `unlock_kernel`,
/// `release_kernel_lock` (`include/asm-i386/smplock.h` of 2.2 and 2.4).
extension Kernel {
  /// Takes the lock, and waits for it where another processor has it.
  ///
  /// Process context.
  nonisolated(nonsending) func lockKernel() async {
    let process = current
    if bigKernelLockHolder !== process {
      if bigKernelLockHolder != nil {
        await spinPaused(until: { [unowned self] in bigKernelLockHolder == nil })
      }
      bigKernelLockHolder = process
    }
    process.lockDepth += 1
  }

  /// Lets go of the lock once.
  func unlockKernel() {
    let process = current
    guard process.lockDepth > 0 else { return }
    process.lockDepth -= 1
    if process.lockDepth == 0 { bigKernelLockHolder = nil }
  }

  /// Lets go of the lock altogether, and says how often it had been taken.
  func releaseBigKernelLock(_ process: Process) -> Int {
    defer { process.lockDepth = 0 }
    if process.lockDepth > 0 { bigKernelLockHolder = nil }
    return process.lockDepth
  }

  /// Takes the lock again after a sleep.
  nonisolated(nonsending) func reacquireBigKernelLock(_ process: Process, depth: Int) async {
    if bigKernelLockHolder != nil {
      await spinPaused(until: { [unowned self] in bigKernelLockHolder == nil })
    }
    bigKernelLockHolder = process
    process.lockDepth = depth
  }
}
