import Testing

@testable import SimKernel

@Suite("What a tick does with the task queues") struct TickTests {
  private static let versions = [KernelVersion.v2_2, .v2_4]

  @Test(
    "tq_timer runs after a tick that found something on it, not in the one that put it there (SEMANTICS 6: do_timer, tq_timer)",
    arguments: versions)
  func marking(version: KernelVersion) throws {
    let bench = try Bench(version)
    var fired = 0
    var ran = 0
    try bench.load { module in
      let task = TaskQueueEntry("task") { ran = module.jiffies }
      let timer = KernelTimer("timer") {
        fired = module.jiffies
        module.queueTask(task, on: .timer)
      }
      module.modTimer(timer, expires: module.jiffies + 3)
    }
    bench.pass(ticks: 10)
    // In 2.2 its bottom half would come next in this tick, but nobody has marked it.
    #expect(fired != 0)
    #expect(ran == fired + 1)
  }

  @Test(
    "a task without a routine: 2.4 passes over it, 2.2 jumps to NULL (SEMANTICS 6: run_task_queue)",
    arguments: versions)
  func noRoutine(version: KernelVersion) throws {
    let bench = try Bench(version)
    var ran = false
    try bench.load { module async throws(Errno) in
      let empty = try module.kmalloc(TaskQueueEntry("empty") {})
      let routine = TaskQueueEntry.Layout(version).routine
      _ = bench.kernel.memory.storeWord(module.address(of: empty) + routine, 0)
      module.queueTask(empty, on: .timer)
      module.queueTask(TaskQueueEntry("task") { ran = true }, on: .timer)
    }
    let outcome = bench.pass(ticks: 3)
    #expect(ran)
    #expect((outcome == .panicked) == (version == .v2_2))
    #expect(bench.console.contains("NULL pointer dereference") == (version == .v2_2))
  }

  @Test(
    "an entry may be freed by its own routine: it is not touched once that is called (SEMANTICS 6: run_task_queue)",
    arguments: versions)
  func freedByRoutine(version: KernelVersion) throws {
    let bench = try Bench(version)
    var names: [String] = []
    try bench.load { module async throws(Errno) in
      for name in ["a", "b", "c"] {
        var address = Address.null
        let entry = try module.kmalloc(
          TaskQueueEntry(name) {
            names.append(name)
            for word in 0..<4 {
              _ = bench.kernel.memory.storeWord(address + 4 * UInt64(word), 0xdead_beef)
            }
            module.kfree(address)
          })
        address = module.address(of: entry)
        module.queueTask(entry, on: .timer)
      }
    }
    bench.pass(ticks: 3)
    #expect(names == (version == .v2_4 ? ["a", "b", "c"] : ["c", "b", "a"]))
    #expect(bench.faults.isEmpty)
  }

  @Test(
    "queue_task may be called anywhere, and once is enough (SEMANTICS 6: queue_task; 10.2: S9)",
    arguments: versions)
  func anywhere(version: KernelVersion) throws {
    let bench = try Bench(version)
    var count = 0
    try bench.load { module in
      let task = TaskQueueEntry("task") { count += 1 }
      let timer = KernelTimer("timer") {
        module.queueTask(task, on: .timer)
        module.queueTask(task, on: .timer)
      }
      module.queueTask(task, on: .timer)
      module.queueTask(task, on: .timer)
      module.modTimer(timer, expires: module.jiffies + 3)
    }
    bench.pass(ticks: 10)
    #expect(count == 2)
  }

  @Test(
    "jiffies grow by one with each timer interrupt (SEMANTICS 6: do_timer)",
    arguments: KernelVersion.all)
  func jiffies(version: KernelVersion) throws {
    let bench = try Bench(version, mode: SchedulingMode(processors: 2))
    try bench.start { system async throws(Errno) in try await system.sleep(ticks: 100) }
    let start = bench.kernel.jiffies
    bench.pass(ticks: 25)
    #expect(bench.kernel.jiffies == start + 25)
  }
}
