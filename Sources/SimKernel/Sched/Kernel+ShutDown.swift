internal import CKernelMemory

extension Kernel {
  /// Takes the machine down: what is suspended ends, and nothing of it stays in the host's memory.
  ///
  /// A process that sleeps in a call that can throw is ended by an error; one in a call that cannot
  /// runs on, unseen, until it returns. None of its calls has any effect; one that loops round a
  /// sleep without looking for a signal is left suspended, and keeps its memory. Must not be called
  /// while the machine runs.
  public func shutDown() {
    guard !isTornDown else { return }
    let before = kernel_memory_current()
    kernel_memory_set_current(Unmanaged.passUnretained(self).toOpaque())
    defer { kernel_memory_set_current(before) }
    // Whoever owned the terminal may be half gone already: what is reported now can only be asked for.
    console.output = { _ in }
    console.onMark = { _ in }
    concludeWatch()
    isTornDown = true
    trace.isEnabled = false
    for process in processes.all + corpses {
      guard let continuation = process.continuation else { continue }
      process.continuation = nil
      processor.current = process
      continuation.resume()
      executor.drain()
    }
    processor.current = processor.idle
    for module in modules { forget(module) }
    modules.removeAll()
    executor.close()
    processes.removeAll()
    corpses.removeAll()
    runQueue.removeAll()
    if lostPID == nil { memory.giveBack(heap, moduleArea) }
  }
}
