/// Every process that has not been reaped, oldest first.
struct ProcessTable {
  ///
  /// Numbers only grow, so that the table is in their order.
  var all: [Process] {
    noteRead(.table(.processes))
    return list
  }
  private var list: [Process] = []
  private var byStack: [Address: Process] = [:]

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
  func withDescriptor(at address: Address) -> Process? { byStack[address] }

  mutating func insert(_ process: Process) {
    noteChange(of: process)
    list.append(process)
    byStack[process.stack.base] = process
  }

  mutating func remove(_ process: Process) {
    byStack[process.stack.base] = nil
    let index = list.sortedIndex { $0.pid >= process.pid }
    if index < list.count, list[index] === process { list.remove(at: index) }
    noteChange(of: process)
  }

  private func noteChange(of process: Process) {
    noteWrite(.table(.processes))
    noteWrite(.processEntry(process.pid))
  }

  mutating func removeAll() { self = ProcessTable() }
}
