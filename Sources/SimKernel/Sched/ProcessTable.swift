/// Every process that has not been reaped, oldest first.
struct ProcessTable {
  private(set) var all: [Process] = []
  private var byPID: [Int: Process] = [:]
  private var byStack: [Address: Process] = [:]

  /// The process of a number.
  ///
  /// C: `find_task_by_pid`.
  subscript(pid: Int) -> Process? { byPID[pid] }

  /// The process whose descriptor lies at an address.
  func withDescriptor(at address: Address) -> Process? { byStack[address] }

  mutating func insert(_ process: Process) {
    all.append(process)
    byPID[process.pid] = process
    byStack[process.stack.base] = process
  }

  mutating func remove(_ process: Process) {
    byPID[process.pid] = nil
    byStack[process.stack.base] = nil
    // Numbers only grow, so that the table is in their order.
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].pid < process.pid { low = middle + 1 } else { high = middle }
    }
    if low < all.count, all[low] === process { all.remove(at: low) }
  }

  mutating func removeAll() { self = ProcessTable() }
}
