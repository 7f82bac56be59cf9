import Testing

@testable import SimKernel

@Suite("Task queues") struct TaskQueueTests {
  @Test("2.4 runs a queue oldest first, at the next tick, each entry once (SEMANTICS 6: tq_timer)")
  func order() throws {
    let bench = try Bench()
    var calls: [String] = []
    try bench.load { module in
      for name in ["a", "b", "c"] {
        module.queueTask(TaskQueueEntry(name) { calls.append(name) }, on: .timer)
      }
      #expect(calls.isEmpty)
    }
    bench.pass(ticks: 1)
    #expect(calls == ["a", "b", "c"])
    #expect(bench.pass(ticks: 5) == .stuck)
    #expect(calls.count == 3)
  }

  @Test("an entry that is on a queue is not put there again")
  func sync() throws {
    let bench = try Bench()
    var calls: [String] = []
    var answers: [Bool] = []
    try bench.load { module in
      let tasks = ["a", "b"].map { name in TaskQueueEntry(name) { calls.append(name) } }
      // The first one again, behind the second: if it were linked twice, the second would be lost.
      answers = (tasks + tasks.prefix(1)).map { module.queueTask($0, on: .timer) }
    }
    #expect(answers == [true, true, false])
    bench.pass(ticks: 3)
    #expect(calls == ["a", "b"])
  }

  @Test("a routine that queues itself again is called in the next tick, not in this one")
  func requeue() throws {
    let bench = try Bench()
    var ticks: [Int] = []
    try bench.load { module in
      var task: TaskQueueEntry?
      task = TaskQueueEntry("again") {
        ticks.append(module.jiffies)
        if ticks.count < 4, let task {
          #expect(module.queueTask(task, on: .timer))
        } else {
          task = nil
        }
      }
      if let task { module.queueTask(task, on: .timer) }
    }
    let start = bench.kernel.jiffies
    bench.pass(ticks: 10)
    #expect(ticks == Array(start + 1...start + 4))
  }

  @Test("in 2.4 the task queue's bottom half runs before that of the timers")
  func bottomHalves() throws {
    let bench = try Bench()
    try bench.load { module in module.queueTask(TaskQueueEntry("task") {}, on: .timer) }
    bench.pass(ticks: 1)
    let events = bench.kernel.trace.records.map(\.event)
    let tick = try #require(events.lastIndex(of: .tick))
    let halves = events[tick...].compactMap {
      if case .bottomHalf(let name) = $0 { name } else { nil }
    }
    #expect(halves == ["TQUEUE_BH", "TIMER_BH"])
    let isInInterrupt = bench.kernel.trace.records[(tick + 1)...].allSatisfy(\.isInInterrupt)
    #expect(isInInterrupt)
  }

  @Test("a static entry in a hole: the queue's head is written into it, and the machine panics")
  func staticEntry() throws {
    let bench = try Bench()
    try bench.load { module in module.queueTask(TaskQueueEntry("task") {}, on: .timer) }
    #expect(try bench.unload() == nil)
    #expect(bench.pass(ticks: 5) == .panicked)
    #expect(bench.console.contains("\nOops: 0002\n"))
    let fault = bench.kernel.trace.records.compactMap { record in
      if case .fault(_, let isWrite, let function) = record.event {
        (isWrite, function)
      } else {
        nil
      }
    }
    #expect(fault.count == 1)
    #expect(fault.first?.0 == true)
    #expect(fault.first?.1 == "__run_task_queue")
    #expect(bench.console.contains("Process swapper (pid: 0, "))
  }

  @Test("an entry on the heap: only the call faults")
  func heapEntry() throws {
    let bench = try Bench()
    try bench.load { module async throws(Errno) in
      module.queueTask(try module.kmalloc(TaskQueueEntry("task") {}), on: .timer)
    }
    #expect(try bench.unload() == nil)
    #expect(bench.pass(ticks: 5) == .panicked)
    #expect(bench.console.contains("\nOops: 0000\n"))
    #expect(bench.console.contains("\nCode:  Bad EIP value.\n"))
  }

  @Test("a module that fails to start leaves its task behind")
  func failedStart() throws {
    let bench = try Bench()
    let errno = try bench.load { module async throws(Errno) in
      module.queueTask(TaskQueueEntry("task") {}, on: .timer)
      throw .ENOMEM
    }
    #expect(errno == .ENOMEM)
    #expect(try bench.unload() == nil)
    #expect(bench.pass(ticks: 5) == .panicked)
  }

  @Test(
    "a panic says where it happened, once, and then nothing happens any more (SEMANTICS 9.2: panic)"
  )
  func panic() throws {
    let bench = try Bench()
    try bench.load { module in module.queueTask(TaskQueueEntry("task") {}, on: .timer) }
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 5)
    #expect(
      bench.console.hasSuffix(
        "Kernel panic: Aiee, killing interrupt handler!\nIn interrupt handler - not syncing\n"))
    #expect(bench.kernel.panicText == "Aiee, killing interrupt handler!")
    let (console, records) = (bench.console, bench.kernel.trace.records)
    bench.kernel.timerInterrupt()
    bench.kernel.printk("dead\n")
    #expect(try bench.run { _ in } == .panicked)
    #expect(bench.console == console)
    #expect(bench.kernel.trace.records.count == records.count)
    #expect(records.last?.event == .panic("Aiee, killing interrupt handler!"))
  }

  @Test("the first process must not end")
  func killedInit() throws {
    let kernel = try Kernel()
    var console = ""
    kernel.console.output = { console += $0 }
    try kernel.spawn("init") { _ in 0 }
    #expect(kernel.run(until: { false }) == .panicked)
    #expect(console == "Kernel panic: Attempted to kill init!\n")
    kernel.shutDown()
  }

  @Test("a panic of the idle task says so")
  func idlePanic() throws {
    let bench = try Bench()
    bench.kernel.panic("Attempted to kill the idle task!")
    #expect(
      bench.console
        == "Kernel panic: Attempted to kill the idle task!\nIn idle task - not syncing\n")
  }
}
