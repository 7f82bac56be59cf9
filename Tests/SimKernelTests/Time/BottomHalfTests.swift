import Testing

@testable import SimKernel

@Suite("Bottom halves and task queues") struct BottomHalfTests {
  private func halves(_ bench: Bench) throws -> [String] {
    let events = bench.kernel.trace.records.map(\.event)
    let tick = try #require(events.lastIndex(of: .tick))
    return events[tick...].compactMap { if case .bottomHalf(let name) = $0 { name } else { nil } }
  }

  @Test(
    "in one tick 2.2 goes by the numbers, 2.4 begins with what was marked last (SEMANTICS 6: BH execution)",
    arguments: [
      (KernelVersion.v2_2, ["TIMER_BH", "TQUEUE_BH", "IMMEDIATE_BH"]),
      (.v2_4, ["TQUEUE_BH", "TIMER_BH", "IMMEDIATE_BH"]),
    ])
  func order(version: KernelVersion, expected: [String]) throws {
    let bench = try Bench(version)
    try bench.load { module in
      module.queueTask(TaskQueueEntry("task") {}, on: .timer)
      // Marked first of all: 2.4 comes to it last.
      bench.kernel.markBottomHalf(.immediate)
    }
    bench.pass(ticks: 1)
    #expect(try halves(bench) == expected)
  }

  @Test(
    "2.2 runs the task that was queued last first, 2.4 the first (SEMANTICS 6: queue_task)",
    arguments: [(KernelVersion.v2_2, ["c", "b", "a"]), (.v2_4, ["a", "b", "c"])])
  func queueOrder(version: KernelVersion, expected: [String]) throws {
    let bench = try Bench(version)
    var calls: [String] = []
    try bench.load { module in
      for name in ["a", "b", "c"] {
        module.queueTask(TaskQueueEntry(name) { calls.append(name) }, on: .timer)
      }
    }
    bench.pass(ticks: 1)
    #expect(calls == expected)
  }

  @Test(
    "a routine that queues itself again runs in the next tick, not in this pass (SEMANTICS 6: run_task_queue)",
    arguments: [KernelVersion.v2_2, .v2_4])
  func requeue(version: KernelVersion) throws {
    let bench = try Bench(version)
    var ticks: [Int] = []
    try bench.load { module in
      var task: TaskQueueEntry?
      task = TaskQueueEntry("again") {
        ticks.append(module.jiffies)
        if ticks.count < 4, let task { #expect(module.queueTask(task, on: .timer)) }
      }
      if let task { module.queueTask(task, on: .timer) }
    }
    let start = bench.kernel.jiffies
    bench.pass(ticks: 10)
    #expect(ticks == Array(start + 1...start + 4))
  }

  @Test("a stale task: 2.2 reads the hole in the bottom half itself (SEMANTICS 6: run_task_queue)")
  func stale() throws {
    let bench = try Bench(.v2_2)
    try bench.load { module in module.queueTask(TaskQueueEntry("task") {}, on: .timer) }
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 3)
    #expect(bench.faults.first?.function == "tqueue_bh")
    #expect(bench.faults.first?.isWrite == false)
  }

  @Test(
    "tq_immediate waits until somebody marks its bottom half (SEMANTICS 6: tq_immediate)",
    arguments: [KernelVersion.v2_2, .v2_4])
  func immediate(version: KernelVersion) throws {
    let bench = try Bench(version)
    var count = 0
    try bench.load { $0.queueTask(TaskQueueEntry("task") { count += 1 }, on: .immediate) }
    bench.pass(ticks: 3)
    #expect(count == 0)
    try bench.load("marker") { $0.markBH(.immediate) }
    bench.pass(ticks: 3)
    #expect(count == 1)
  }

  @Test(
    "tq_scheduler runs inside the next schedule(), in process context, in 2.2 only (SEMANTICS 6: tq_scheduler)"
  )
  func scheduler() throws {
    let bench = try Bench(.v2_2)
    var wasInInterrupt: [Bool] = []
    try bench.load { module in
      module.queueTask(
        TaskQueueEntry("task") { wasInInterrupt.append(bench.kernel.isInInterrupt) },
        on: .scheduler)
      await module.schedule()
      #expect(wasInInterrupt == [false])
    }
    #expect(wasInInterrupt == [false])
    let newer = try Bench(.v2_4)
    var answer: Bool?
    try newer.load { module in
      answer = module.queueTask(TaskQueueEntry("task") {}, on: .scheduler)
    }
    #expect(answer == false)
  }

  @Test(
    "tq_disk runs when somebody runs it (SEMANTICS 6: tq_disk)",
    arguments: [KernelVersion.v2_2, .v2_4])
  func disk(version: KernelVersion) throws {
    let bench = try Bench(version)
    var count = 0
    try bench.load { module in
      module.queueTask(TaskQueueEntry("task") { count += 1 }, on: .disk)
      #expect(count == 0)
      module.runTaskQueue(.disk)
    }
    #expect(count == 1)
  }

  @Test("a bottom half that marks itself goes on in ksoftirqd (SEMANTICS 6: do_softirq)")
  func softirqThread() throws {
    let bench = try Bench(.v2_4)
    var names: [String] = []
    try bench.load { module in
      var task: TaskQueueEntry?
      task = TaskQueueEntry("again") {
        names.append(bench.kernel.current.name)
        guard names.count < 3, let task else { return }
        module.queueTask(task, on: .immediate)
        module.markBH(.immediate)
      }
      let starter = TaskQueueEntry("start") {
        if let task { module.queueTask(task, on: .immediate) }
        module.markBH(.immediate)
      }
      module.queueTask(starter, on: .timer)
    }
    bench.pass(ticks: 2)
    #expect(names == ["ksoftirqd_CPU0", "ksoftirqd_CPU0", "ksoftirqd_CPU0"])
  }

  @Test(
    "one processor runs bottom halves; synchronize_bh waits for it (SEMANTICS 6: synchronize_bh)")
  func synchronize() throws {
    let bench = try Bench(.v2_2, mode: SchedulingMode(processors: 2))
    var events: [String] = []
    var remover: SimKernel.Process?
    try bench.load { module in
      let task = TaskQueueEntry("task") {
        if let remover { module.wakeUpProcess(remover) }
        module.mdelay(100)
        events.append("ends")
      }
      module.queueTask(task, on: .timer)
    } cleanUp: { module in
      events.append("asked to go")
      await module.synchronizeBH()
      events.append("cleaned up")
    }
    remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.pause()
      try await system.deleteModule("test")
    }
    bench.pass(ticks: 50)
    #expect(events == ["asked to go", "ends", "cleaned up"])
    #expect(!bench.kernel.isPanicked)
  }

  @Test(
    "without synchronize_bh the routine returns into a hole (SEMANTICS 10.2: S4)",
    arguments: [KernelVersion.v2_2, .v2_4])
  func returnAfterRemoval(version: KernelVersion) throws {
    let bench = try Bench(version, mode: SchedulingMode(processors: 2))
    var remover: SimKernel.Process?
    try bench.load { module in
      let task = TaskQueueEntry("task") {
        if let remover { module.wakeUpProcess(remover) }
        module.mdelay(100)
      }
      module.queueTask(task, on: .timer)
    }
    remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.pause()
      try await system.deleteModule("test")
    }
    bench.pass(ticks: 50)
    #expect(bench.kernel.isPanicked)
    #expect(bench.module() == nil)
  }

  @Test("later kernels have no task queues, and say so", arguments: [KernelVersion.v2_6, .v6_1])
  func gone(version: KernelVersion) throws {
    let bench = try Bench(version)
    var answer: Bool?
    try bench.load { module in answer = module.queueTask(TaskQueueEntry("task") {}, on: .timer) }
    #expect(answer == false)
    #expect(bench.log.contains("queue_task: Linux \(version.release) has no such call"))
  }
}
