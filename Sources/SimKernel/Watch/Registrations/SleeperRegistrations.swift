/// Processes that sleep on a wait queue.
///
/// C: `wait_queue_t`, on the stack of whoever sleeps.
///
/// Whoever wakes takes the entry out, and so touches its neighbours: the head of the queue is one of
/// them, unless others sleep on both sides.
enum SleeperRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    kernel.processes.all.compactMap { process in
      guard process.exitStatus == nil, let entry = process.waitEntry else { return nil }
      let who = "\(process.name) (pid \(process.pid))"
      return Registration(
        name: "wait_queue_t of \(who)",
        pointers: kernel.neighbours(ofWaitEntry: entry).map {
          Registration.Pointer(member: "task_list", target: $0)
        }, follower: who, time: "when it wakes", process: process, isSleep: true)
    }
  }
}

extension Kernel {
  /// What the links of a wait entry lead to, other entries on stacks excepted.
  func neighbours(ofWaitEntry entry: Address) -> [Address] {
    let isRing = !version.facilities.contains(.waitEvent)
    let words = isRing ? [wordBytes] : [2 * wordBytes, 3 * wordBytes]
    return words.compactMap { peek(entry + $0) }.filter { !heap.isStack($0) }
  }

  /// Where the queue lies that a process sleeps on: the one link in the circle that is on no stack;
  /// nil where it sleeps on none.
  func queue(of process: Process) -> Address? {
    guard let entry = process.waitEntry else { return nil }
    let isRing = !version.facilities.contains(.waitEvent)
    let links = entry + (isRing ? 0 : 2 * wordBytes)
    var link = links
    // Of the ring of 2.2 the second word is the link, and its end is the queue less a word.
    // A circle that something else was written over may never come back to where it began.
    for _ in 0..<Self.longestList {
      guard let next = peek(link + (isRing ? wordBytes : 0)), next != links else { return nil }
      if !heap.isStack(next) { return isRing ? next + wordBytes : next - wordBytes }
      link = next
    }
    return nil
  }
}
