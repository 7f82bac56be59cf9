/// Every process that has not been reaped, oldest first.
struct ProcessTable {
  /// The processes.
  ///
  /// Numbers only grow, so that the table is in their order.
  var all: [Process] {
    noteRead(.table(.processes))
    return list
  }
  private var list: [Process] = []
  /// The same by their stacks, the highest first: that is how stacks are given out, so that most are
  /// put at the end.
  private var byStack: [Process] = []

  /// The process of a number.
  ///
  /// C: `find_task_by_pid`.
  subscript(pid: Int) -> Process? {
    noteRead(.processEntry(pid))
    return find(pid)
  }

  /// The same, for the simulation itself: to look is no step of the machine.
  func find(_ pid: Int) -> Process? {
    let index = list.sortedIndex { $0.pid >= pid }
    return index < list.count && list[index].pid == pid ? list[index] : nil
  }

  /// The process whose descriptor lies at an address.
  func withDescriptor(at address: Address) -> Process? {
    let index = stackIndex(address)
    return index < byStack.count && byStack[index].stack.base == address ? byStack[index] : nil
  }

  mutating func insert(_ process: Process) {
    noteChange(of: process)
    list.append(process)
    byStack.insert(process, at: stackIndex(process.stack.base))
  }

  mutating func remove(_ process: Process) {
    let place = stackIndex(process.stack.base)
    if place < byStack.count, byStack[place] === process { byStack.remove(at: place) }
    let index = list.sortedIndex { $0.pid >= process.pid }
    if index < list.count, list[index] === process { list.remove(at: index) }
    noteChange(of: process)
  }

  private func noteChange(of process: Process) {
    noteWrite(.table(.processes))
    noteWrite(.processEntry(process.pid))
  }

  mutating func removeAll() { self = ProcessTable() }

  private func stackIndex(_ base: Address) -> Int {
    byStack.sortedIndex { $0.stack.base <= base }
  }
}
