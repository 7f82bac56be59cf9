/// Every process that has not been reaped, oldest first.
struct ProcessTable {
  ///
  /// Numbers only grow, so that the table is in their order.
  private(set) var all: [Process] = []
  private var byStack: [Address: Process] = [:]

  /// The process of a number.
  ///
  /// C: `find_task_by_pid`.
  subscript(pid: Int) -> Process? {
    let index = all.sortedIndex { $0.pid >= pid }
    return index < all.count && all[index].pid == pid ? all[index] : nil
  }

  /// The process whose descriptor lies at an address.
  func withDescriptor(at address: Address) -> Process? { byStack[address] }

  mutating func insert(_ process: Process) {
    all.append(process)
    byStack[process.stack.base] = process
  }

  mutating func remove(_ process: Process) {
    byStack[process.stack.base] = nil
    let index = all.sortedIndex { $0.pid >= process.pid }
    if index < all.count, all[index] === process { all.remove(at: index) }
  }

  mutating func removeAll() { self = ProcessTable() }
}
