/// Tasks that are on a queue.
///
/// C: `struct tq_struct` on `tq_timer` and its like (2.2, 2.4).
enum TaskRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    var registrations: [Registration] = []
    for queue in TaskQueue.allCases {
      guard let head = kernel.taskQueues[queue] else { continue }
      let half: KernelFunction = queue == .immediate ? .immediateBH : .tqueueBH
      let follower = queue == .scheduler ? .schedule : half
      registrations += kernel.peekList(head).map {
        registration(of: $0, kernel.version.text[follower].name, isInInterrupt: true, on: kernel)
      }
    }
    for first in kernel.processors.compactMap(\.nextTask) {
      registrations += rest(from: first, on: kernel).map {
        registration(of: $0, kernel.version.text[.tqueueBH].name, isInInterrupt: true, on: kernel)
      }
    }
    let context = kernel.deferred.context
    let tasks =
      (context.list.map { kernel.peekList($0) } ?? [])
      + (context.nextTask.map { rest(from: $0, on: kernel) } ?? [])
    return registrations
      + tasks.map { registration(of: $0, "keventd", isInInterrupt: false, on: kernel) }
  }

  /// What is left of a list that was taken off its queue, without its head, which lies on a stack.
  private static func rest(from first: Address, on kernel: Kernel) -> [Address] {
    guard first != .null else { return [] }
    return Array(([first] + kernel.peekList(first)).prefix { !kernel.heap.isStack($0) })
  }

  private static func registration(
    of entry: Address, _ follower: String, isInInterrupt: Bool, on kernel: Kernel
  ) -> Registration {
    let routine = kernel.member(
      "routine", at: entry + TaskQueueEntry.Layout(kernel.version).routine)
    return Registration(
      name: "tq_struct `\(kernel.nameOfFunction(at: routine?.target))`",
      pointers: [Registration.Pointer(member: "", target: entry)] + [routine].compactMap(\.self),
      follower: follower, time: "when it next runs", isInInterrupt: isInInterrupt,
      isComing: true)
  }
}
