/// A lock of the kernel's own, which others may wait for.
///
/// C: `chrdevs_lock`, `misc_mtx`.
///
/// It lies in the kernel's data and is never stale. Whoever dies with it leaves it locked for ever.
final class KernelLock {
  /// How somebody waits for it.
  enum Kind: Sendable {
    /// Nobody does: the big kernel lock guards what it would guard.
    case none
    /// Busily, and readers share it. C: `rwlock_t`.
    case spinning
    /// Asleep, in state `D`. C: `struct mutex`, and the semaphore that it was before 2.6.16.
    case sleeping
  }

  let kind: Kind
  /// Who has it: one process, or several that only read.
  @Footprinted(.devices) private(set) var holders: [Process] = []
  private var isShared = false
  /// Who sleeps until it is free, longest first.
  @Footprinted(.devices) var waiters: [Process] = []
  /// What is done as soon as it is free, for processes whose calls cannot be suspended.
  private var postponed: [(process: Process, change: () -> Void)] = []

  init(_ kind: Kind) { self.kind = kind }

  /// Whether somebody who asks gets it at once.
  func admits(shared: Bool = false) -> Bool {
    holders.isEmpty || shared && isShared && kind == .spinning
  }

  /// Whether it was left locked by a process that can never give it back.
  var isAbandoned: Bool { holders.contains(where: \.isExiting) }

  func take(_ process: Process, shared: Bool) {
    holders.append(process)
    isShared = shared
  }

  /// Lets one holder go.
  func drop(_ process: Process) {
    if let index = holders.lastIndex(where: { $0 === process }) { holders.remove(at: index) }
  }

  func postpone(for process: Process, _ change: @escaping () -> Void) {
    postponed.append((process, change))
  }

  /// What has waited longest to be done; nil while somebody has the lock.
  func nextPostponed() -> (process: Process, change: () -> Void)? {
    holders.isEmpty && !postponed.isEmpty ? postponed.removeFirst() : nil
  }
}
