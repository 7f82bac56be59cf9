/// The kernel's own timeouts: what is due first comes first, and what is due together comes in the
/// order in which it was added.
struct TimeoutList {
  struct Timer {
    let expires: Int
    let sequence: Int
    unowned let process: Process
  }

  private var timers: [Timer] = []
  private var nextSequence = 0

  var isEmpty: Bool { timers.isEmpty }

  /// Adds a timeout; the number removes it again.
  mutating func add(_ process: Process, expires: Int) -> Int {
    let timer = Timer(expires: expires, sequence: nextSequence, process: process)
    nextSequence += 1
    let index =
      timers.firstIndex { ($0.expires, $0.sequence) > (expires, timer.sequence) } ?? timers.count
    timers.insert(timer, at: index)
    return timer.sequence
  }

  mutating func remove(_ sequence: Int) { timers.removeAll { $0.sequence == sequence } }

  /// Takes out the next timeout that is due.
  mutating func popDue(at jiffies: Int) -> Timer? {
    guard let first = timers.first, first.expires <= jiffies else { return nil }
    return timers.removeFirst()
  }
}
