internal import Synchronization

/// Calls of the kernel that came on a thread which drives no machine: from a task of a module's own.
///
/// They are refused before they touch anything. What they were is kept here until the thread that
/// drives the module's machine comes by, and says it.
enum ForeignCalls {
  private struct Refusal {
    var instance: ObjectIdentifier
    var name: String
  }

  private static let refusals = Mutex<[Refusal]>([])
  private static let count = Atomic<Int>(0)
  /// Of those that nobody will ever ask for, such as calls after a machine has gone, not all are kept.
  private static let limit = 100

  /// Notes a call from the thread that it came on.
  static func note(_ instance: any Module) {
    let refusal = Refusal(
      instance: ObjectIdentifier(instance), name: String(describing: Swift.type(of: instance)))
    refusals.withLock { refusals in
      guard refusals.count < limit else { return }
      refusals.append(refusal)
      count.store(refusals.count, ordering: .relaxed)
    }
  }

  /// Whether there are any at all.
  static var areThere: Bool { count.load(ordering: .relaxed) > 0 }

  /// The names of the classes of those who belong to a machine, which are then forgotten.
  static func take(where isOurs: (ObjectIdentifier) -> Bool) -> [String] {
    refusals.withLock { refusals in
      let names = refusals.filter { isOurs($0.instance) }.map(\.name)
      refusals.removeAll { isOurs($0.instance) }
      count.store(refusals.count, ordering: .relaxed)
      return names
    }
  }
}

extension Kernel {
  /// Says of which modules a task of their own has called the kernel.
  func reportForeignCalls() {
    guard ForeignCalls.areThere else { return }
    for name in ForeignCalls.take(where: { recordsByInstance[$0] != nil }) {
      printk(
        "\(name): a call of the kernel from outside of its machine was refused; "
          + "a module's code runs where the kernel calls it, not in a Task\n", .error)
    }
  }
}
