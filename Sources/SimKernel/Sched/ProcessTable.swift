/// Every process that has not been reaped, oldest first.
struct ProcessTable {
  ///
  /// Numbers only grow, so that the table is in their order.
  private(set) var all: [Process] = []
  /// The same by their stacks, the highest first: that is how stacks are given out, so that most are
  /// put at the end.
  private var byStack: [Process] = []

  /// The process of a number.
  ///
  /// C: `find_task_by_pid`.
  subscript(pid: Int) -> Process? {
    let index = all.sortedIndex { $0.pid >= pid }
    return index < all.count && all[index].pid == pid ? all[index] : nil
  }

  /// The process whose descriptor lies at an address.
  func withDescriptor(at address: Address) -> Process? {
    let index = stackIndex(address)
    return index < byStack.count && byStack[index].stack.base == address ? byStack[index] : nil
  }

  mutating func insert(_ process: Process) {
    all.append(process)
    byStack.insert(process, at: stackIndex(process.stack.base))
  }

  mutating func remove(_ process: Process) {
    let place = stackIndex(process.stack.base)
    if place < byStack.count, byStack[place] === process { byStack.remove(at: place) }
    let index = all.sortedIndex { $0.pid >= process.pid }
    if index < all.count, all[index] === process { all.remove(at: index) }
  }

  mutating func removeAll() { self = ProcessTable() }

  private func stackIndex(_ base: Address) -> Int {
    byStack.sortedIndex { $0.stack.base <= base }
  }
}
