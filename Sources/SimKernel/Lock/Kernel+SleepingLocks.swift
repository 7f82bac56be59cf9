/// Counts that processes sleep for: semaphores, mutexes and completions lie alike, a count and a
/// wait queue.
extension Kernel {
  /// Takes one from a count, and sleeps while there is none.
  ///
  /// Process context. C: `down`, `mutex_lock`, `wait_for_completion`.
  /// - Throws: `EINTR` where a signal ended an interruptible sleep.
  func down(
    _ count: Address, _ state: Process.State = .uninterruptible, in symbol: KernelFunction
  ) async throws(Trap) {
    await step("\(symbol.rawValue): before the count is looked at")
    if try take(count) { return }
    do throws(Trap) {
      try await waitEvent(
        on: count + wordBytes, state, exclusive: version.facilities.contains(.waitEvent),
        in: symbol
      ) { () throws(Trap) in try take(count) }
    } catch {
      guard case .errno(.ERESTARTSYS) = error else { throw error }
      throw .errno(.EINTR)
    }
  }

  /// Gives one back, and wakes one who waits for it.
  ///
  /// Any context. C: `up`, `mutex_unlock`, `complete`.
  func up(_ count: Address) throws(Trap) {
    try store32(count, try load32(count) &+ 1)
    try wake(count + wordBytes, [.interruptible, .uninterruptible])
  }

  /// C: `complete`.
  func complete(_ completion: Address) throws(Trap) { try up(completion) }

  private func take(_ count: Address) throws(Trap) -> Bool {
    let value = Int32(bitPattern: try load32(count))
    guard value > 0 else { return false }
    try store32(count, UInt32(bitPattern: value - 1))
    return true
  }
}
