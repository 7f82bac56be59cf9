import Testing

@testable import SimKernel

@Suite("Work queues") struct WorkqueueTests {
  static let versions: [KernelVersion] = [.v2_6, .v6_1]

  @Test(
    "work is done once, in process context, and not queued while it is pending (SEMANTICS 6.1: queue_work)",
    arguments: versions)
  func queue(version: KernelVersion) throws {
    let bench = try Bench(version)
    var names: [String] = []
    var answers: [Bool] = []
    try bench.load { module async throws(Errno) in
      let queue = try module.createWorkqueue("mine")
      let work = Work("job") {
        #expect(!bench.kernel.isInInterrupt)
        names.append(bench.kernel.current.name)
      }
      answers = [module.queueWork(queue, work), module.queueWork(queue, work)]
      await module.flushWorkqueue(queue)
      answers.append(module.queueWork(queue, work))
      await module.flushWorkqueue(queue)
    }
    #expect(answers == [true, false, true])
    let name = version == .v2_6 ? "mine/0" : "kworker/0:1"
    #expect(names == [name, name])
  }

  @Test("a thread for each processor, or one for all (SEMANTICS 6.1: create_workqueue)")
  func threads() throws {
    let bench = try Bench(.v2_6, mode: SchedulingMode(processors: 2))
    try bench.load { module async throws(Errno) in
      _ = try module.createWorkqueue("many")
      _ = try module.createSinglethreadWorkqueue("one")
    }
    let names = bench.kernel.processTable.map(\.name)
    #expect(names.suffix(3) == ["many/0", "many/1", "one"])
  }

  @Test(
    "PENDING is cleared before the work is done: it may queue itself (SEMANTICS 6.1: worker)",
    arguments: versions)
  func requeue(version: KernelVersion) throws {
    let bench = try Bench(version)
    var count = 0
    try bench.load { module async throws(Errno) in
      var work: Work?
      work = Work("job") {
        count += 1
        if count < 3, let work { #expect(module.scheduleWork(work)) }
      }
      if let work { module.scheduleWork(work) }
    }
    bench.pass(ticks: 5)
    #expect(count == 3)
  }

  @Test(
    "delayed work is pending from the start, and no delay means now (SEMANTICS 6.1: queue_delayed_work)",
    arguments: versions)
  func delayed(version: KernelVersion) throws {
    let bench = try Bench(version)
    var times: [Int] = []
    var answers: [Bool] = []
    try bench.load { module in
      let work = DelayedWork("job") { times.append(module.jiffies) }
      answers.append(module.scheduleDelayedWork(work, delay: 10))
      answers.append(module.scheduleDelayedWork(work, delay: 0))
      answers.append(module.scheduleWork(work))
      let other = DelayedWork("other") { times.append(-1) }
      answers.append(module.scheduleDelayedWork(other, delay: 0))
    }
    #expect(answers == [true, false, false, true])
    let start = bench.kernel.jiffies
    bench.pass(ticks: 30)
    #expect(times == [-1, start + (version == .v6_1 ? 11 : 10)])
  }

  @Test(
    "a flush waits for work that runs, and not for timers (SEMANTICS 6.1: flush_workqueue)",
    arguments: versions)
  func flush(version: KernelVersion) throws {
    let bench = try Bench(version)
    var events: [String] = []
    try bench.load { module in
      let slow = Work("slow") {
        await module.msleep(200)
        events.append("slow")
      }
      let late = DelayedWork("late") { events.append("late") }
      module.scheduleDelayedWork(late, delay: 400)
      module.scheduleWork(slow)
      await module.flushScheduledWork()
      events.append("flushed")
    }
    bench.pass(ticks: 600)
    #expect(events == ["slow", "flushed", "late"])
  }

  @Test(
    "cancel_delayed_work takes the timer away, and not the work that runs (SEMANTICS 6.1: cancel_delayed_work)",
    arguments: versions)
  func cancel(version: KernelVersion) throws {
    let bench = try Bench(version)
    var count = 0
    var answers: [Bool] = []
    try bench.load { module in
      let work = DelayedWork("job") { count += 1 }
      answers.append(module.cancelDelayedWork(work))
      module.scheduleDelayedWork(work, delay: 10)
      answers.append(module.cancelDelayedWork(work))
      answers.append(module.scheduleDelayedWork(work, delay: 10))
      answers.append(module.cancelDelayedWork(work))
    }
    bench.pass(ticks: 50)
    #expect(answers == [false, true, true, true])
    #expect(count == 0)
  }

  @Test(
    "cancel_delayed_work_sync waits for the work, and keeps it from arming itself (SEMANTICS 6.1: cancel_*_sync)",
    arguments: versions, [false, true])
  func cancelSync(version: KernelVersion, isRunning: Bool) throws {
    let bench = try Bench(version)
    var work: DelayedWork?
    var answer: Bool?
    try bench.load { module in
      let created = DelayedWork("job") {
        await module.msleep(400)
        if let work { module.scheduleDelayedWork(work, delay: 10) }
      }
      work = created
      module.scheduleDelayedWork(created, delay: 10)
    } cleanUp: { module in
      if let work { answer = await module.cancelDelayedWorkSync(work) }
      work = nil
    }
    if isRunning { bench.pass(ticks: 30) }
    #expect(try bench.unload() == nil)
    // Recorded: 1 where the timer was armed, 0 where the work was asleep.
    #expect(answer == !isRunning)
    bench.pass(ticks: 200)
    #expect(bench.faults.isEmpty)
  }

  @Test(
    "cancel then flush: the work that runs arms its timer again (SEMANTICS 10.2: S7)",
    arguments: versions)
  func rearmed(version: KernelVersion) throws {
    let bench = try Bench(version)
    var work: DelayedWork?
    try bench.load { module in
      let created = DelayedWork("job") {
        await module.msleep(200)
        if let work { module.scheduleDelayedWork(work, delay: 10) }
      }
      work = created
      module.scheduleDelayedWork(created, delay: 1)
    } cleanUp: { module in
      if let work { module.cancelDelayedWork(work) }
      await module.flushScheduledWork()
      work = nil
    }
    bench.pass(ticks: 10)
    #expect(try bench.unload() == nil)
    #expect(bench.pass(ticks: 100) == .panicked)
  }

  @Test("static delayed work left behind: its timer lies in the hole (linux-6.1 README 4a)")
  func staleStatic() throws {
    let bench = try Bench(.v6_1)
    try bench.load { module in module.scheduleDelayedWork(DelayedWork("job") {}, delay: 10) }
    #expect(try bench.unload() == nil)
    #expect(bench.pass(ticks: 50) == .panicked)
    #expect(bench.faults.map(\.function) == ["__run_timers"])
    #expect(bench.faults.map(\.isWrite) == [true])
  }

  @Test(
    "delayed work on the heap: the worker dies of the call, and is gone (linux-6.1 README 4b)",
    arguments: versions)
  func staleHeap(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      module.scheduleDelayedWork(try module.kmalloc(DelayedWork("job") {}), delay: 10)
    }
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 50)
    #expect(bench.kernel.panicText == nil)
    #expect(
      bench.faults.map(\.function) == [version == .v6_1 ? "process_one_work" : "run_workqueue"])
    let name = version == .v6_1 ? "kworker" : "events"
    #expect(!bench.kernel.processTable.contains { $0.name.hasPrefix(name) })
  }

  @Test(
    "work that sleeps in a module that goes returns into a hole (linux-6.1 README 4c)",
    arguments: versions)
  func asleep(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      module.scheduleWork(try module.kmalloc(Work("job") { await module.msleep(400) }))
    }
    bench.pass(ticks: 5)
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 200)
    #expect(bench.faults.count == 1)
    #expect(bench.kernel.panicText == nil)
  }

  @Test(
    "destroy_workqueue flushes, and its threads are gone (SEMANTICS 6.1: destroy_workqueue)",
    arguments: versions)
  func destroy(version: KernelVersion) throws {
    let bench = try Bench(version)
    var isDone = false
    try bench.load { module async throws(Errno) in
      let queue = try module.createWorkqueue("mine")
      module.queueWork(
        queue,
        Work("job") {
          await module.msleep(100)
          isDone = true
        })
      await module.destroyWorkqueue(queue)
      #expect(isDone)
    }
    #expect(isDone)
    #expect(!bench.kernel.processTable.contains { $0.name.hasPrefix("mine") })
  }

  @Test("thousands of pieces of work are queued and done", arguments: versions)
  func many(version: KernelVersion) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    var count = 0
    try bench.load { module async throws(Errno) in
      for _ in 0..<3_000 { module.scheduleWork(try module.kmalloc(Work("job") { count += 1 })) }
      await module.flushScheduledWork()
    }
    #expect(count == 3_000)
  }

  @Test(
    "work that queues itself for ever keeps its thread busy, and nobody else", arguments: versions)
  func forEver(version: KernelVersion) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    try bench.load { module in
      var work: Work?
      work = Work("job") { if let work { module.scheduleWork(work) } }
      if let work { module.scheduleWork(work) }
    }
    #expect(bench.pass(ticks: 3) == .outOfTime)
    #expect(try bench.run { _ in } == .finished)
  }
}
