/// What a kernel knows of work that is done later, in threads.
struct DeferredWork {
  /// Work queues by the address of their description in memory.
  var workqueues: [Address: WorkqueueState] = [:]
  /// The lists of work by the addresses of their heads.
  var pools: [Address: WorkPool] = [:]
  /// The lists that all queues share, by processor (6.1).
  var sharedPools: [Int: WorkPool] = [:]
  /// Every thread that does work, those included that died at it.
  var workers: [Worker] = []
  /// 2.4's thread for tasks.
  var context = ContextThread()
  /// The queue that is always there: keventd's.
  var events: WorkqueueState?
  /// Threads with a function of a module's, by process number.
  var threads: [Int: KernelThread] = [:]
  /// For how many seconds a process may sleep in state D before that is reported; 0 for ever.
  ///
  /// C: `kernel.hung_task_timeout_secs`.
  var hungTaskSeconds = 120
  /// How many such reports there will be.
  ///
  /// C: `kernel.hung_task_warnings`.
  var hungTaskWarnings = 10
}
