/// Tasks that are on a queue. C: `struct tq_struct` on `tq_timer` and its like (2.2, 2.4).
enum TaskRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    var registrations: [Registration] = []
    for queue in TaskQueue.allCases {
      guard let head = kernel.taskQueues[queue] else { continue }
      let half = queue == .immediate ? KernelFunction.immediateBH : .tqueueBH
      let follower = queue == .scheduler ? .schedule : half
      registrations += kernel.peekList(head).map {
        registration(of: $0, kernel.version.text[follower].name, isInInterrupt: true, on: kernel)
      }
    }
    if let list = kernel.deferred.context.list {
      registrations += kernel.peekList(list).map {
        registration(of: $0, "keventd", isInInterrupt: false, on: kernel)
      }
    }
    return registrations
  }

  private static func registration(
    of entry: Address, _ follower: String, isInInterrupt: Bool, on kernel: Kernel
  ) -> Registration {
    let routine = kernel.member(
      "routine", at: entry + TaskQueueEntry.Layout(kernel.version).routine)
    return Registration(
      name: "tq_struct `\(kernel.nameOfFunction(at: routine?.target))`",
      pointers: [Registration.Pointer(member: "", target: entry)] + [routine].compactMap(\.self),
      follower: "\(follower), when it next runs,", isInInterrupt: isInInterrupt,
      isComing: true)
  }
}
