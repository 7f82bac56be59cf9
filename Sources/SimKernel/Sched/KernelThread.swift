/// A thread of the kernel's that runs a function of a module.
///
/// C: what `kthread_run` returns, a `struct task_struct *`.
public final class KernelThread {
  /// The thread as a process.
  public internal(set) var process: Process
  /// Where its function lies.
  ///
  /// C: `threadfn`.
  var function: Address?
  var shouldStop = false
  /// What its function returned; nil while it runs.
  var result: Int?

  init(process: Process) { self.process = process }
}
