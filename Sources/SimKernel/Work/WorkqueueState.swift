/// What the kernel keeps of a work queue beside what lies in memory.
///
/// C: `struct workqueue_struct`.
final class WorkqueueState {
  let name: String
  /// Where its description lies: for each processor a pointer to the list that its work goes on.
  let address: Address
  /// Whether all its work goes to one thread.
  let isSingle: Bool
  /// How much of its work one processor does at a time.
  ///
  /// C: `max_active`.
  let limit: Int
  /// Its pools, one for each processor, or one.
  var pools: [WorkPool]
  /// The colour that work gets which is queued now; a flush goes on to the next one.
  var colour = 0
  /// How much work of each colour is on a list, or being done.
  var inFlight = [Int](repeating: 0, count: 16)

  init(name: String, address: Address, isSingle: Bool, limit: Int, pools: [WorkPool]) {
    self.name = name
    self.address = address
    self.isSingle = isSingle
    self.limit = limit
    self.pools = pools
  }
}

/// A list of work, and the threads that do it.
///
/// C: `struct cpu_workqueue_struct` (2.6), `struct worker_pool` (6.1).
final class WorkPool {
  let processorID: Int
  /// The head of the list of work.
  let list: Address
  /// What its threads are called, but for a number of their own.
  let name: String
  /// Whether there is another thread where one sleeps in the middle of its work.
  let isShared: Bool
  var workers: [Worker] = []
  var nextWorkerID = 1
  var isStopping = false

  init(processorID: Int, list: Address, name: String, isShared: Bool) {
    self.processorID = processorID
    self.list = list
    self.name = name
    self.isShared = isShared
  }
}

/// A thread that does work.
///
/// C: `struct worker` (6.1).
final class Worker {
  let process: Process
  unowned let pool: WorkPool
  /// The work that it does.
  ///
  /// C: `current_work`.
  var work: Address?
  /// The queue of that work.
  var queue: WorkqueueState?

  init(process: Process, pool: WorkPool) {
    self.process = process
    self.pool = pool
  }
}

/// A queue of work that threads of the kernel's do.
///
/// C: what `create_workqueue` returns, a `struct workqueue_struct *`.
public final class Workqueue {
  let address: Address
  /// Its name, which its threads have in 2.6.
  public let name: String

  init(address: Address, name: String) {
    self.address = address
    self.name = name
  }
}
