import Testing

@testable import SimKernel

/// SEMANTICS 10.3, I3: memory that is freed has no registration in its range.
@Suite("What is left registered in memory that goes") struct DanglingTests {
  @Test("a report says when, whose memory, where it leads and who will follow it, and is traced")
  func words() throws {
    let bench = try Bench(KernelVersion.v2_4.watched)
    try bench.load { $0.queueTask(TaskQueueEntry("routine") {}, on: .timer) }
    bench.rip()
    let report = try #require(bench.kernel.reports.first)
    let place = SimKernel.hexadecimal(report.address, digits: 8)
    #expect(
      report.text == """
        (watch) at jiffies 0: the memory of module `test` goes with tq_struct `routine` in it (\(place))
        (watch)   tqueue_bh will follow it when it next runs, in an interrupt: \
        a fault, unless something else lies there by then

        """)
    #expect(bench.console.hasSuffix(report.text))
    #expect(bench.log.isEmpty)
    let event = TraceEvent.reported(
      kind: "danglingRegistration", subject: "tq_struct `routine`", module: "test")
    #expect(bench.kernel.trace.records.contains { $0.event == event })
  }

  @Test("a machine that is not watched says nothing (10.3)", arguments: KernelVersion.all)
  func unwatched(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      module.modTimer(KernelTimer("tick") {}, expires: module.jiffies + 10)
    }
    #expect(try bench.unload() == nil)
    bench.kernel.shutDown()
    #expect(bench.kernel.reports.isEmpty)
    #expect(!bench.console.contains(WatchReport.prefix))
  }

  @Test(
    "a timer that is armed, in the module or on the heap (I3: timer)",
    arguments: KernelVersion.watchedAll + [.twoStage.watched, .v2_5_5x.watched], [true, false])
  func timer(version: KernelVersion, onHeap: Bool) throws {
    let bench = try Bench(version)
    var address: UInt64?
    var handler: UInt64?
    try bench.load { module async throws(Errno) in
      let timer = KernelTimer("tick") {}
      module.modTimer(
        onHeap ? try module.kmalloc(timer) : timer, expires: module.jiffies + 5_000)
      address = timer.address?.rawValue
      handler = bench.module()?.functions.first { $0.name == "tick" }?.address.rawValue
    }
    #expect(try bench.unload() == nil)
    let report = try #require(bench.kernel.reports.first)
    #expect(bench.kernel.reports.count == 1)
    #expect(report.kind == .danglingRegistration)
    #expect(report.subject == "timer_list `tick`")
    #expect(report.address == (onHeap ? handler : address))
    #expect(report.module == "test")
    // Nothing has blown up by then.
    #expect(bench.faults.isEmpty)
    #expect(report.consequence.contains("in an interrupt"))
  }

  @Test(
    "a timer in every bucket of the wheel is found, and one that is disarmed is not (I3: timer)",
    arguments: KernelVersion.watchedAll)
  func buckets(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      for shift in 0..<28 {
        module.modTimer(KernelTimer("t\(shift)") {}, expires: module.jiffies + 10 << shift)
      }
      let disarmed = KernelTimer("disarmed") {}
      module.modTimer(disarmed, expires: module.jiffies + 10)
      module.delTimer(disarmed)
    }
    #expect(try bench.unload() == nil)
    #expect(Set(bench.subjects) == Set((0..<28).map { "timer_list `t\($0)`" }))
  }

  @Test("a task on a queue, each queue (I3: tq_struct)", arguments: KernelVersion.watchedEarly)
  func tasks(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      module.queueTask(TaskQueueEntry("a") {}, on: .timer)
      module.queueTask(TaskQueueEntry("b") {}, on: .immediate)
    }
    bench.rip()
    #expect(bench.subjects == ["tq_struct `a`", "tq_struct `b`"])
  }

  @Test("a task that keventd has not come to (I3: tq_struct; 2.4: schedule_task)")
  func keventd() throws {
    let bench = try Bench(KernelVersion.v2_4.watched)
    try bench.load { module in
      module.scheduleTask(TaskQueueEntry(sleeping: "later") {})
      bench.rip()
    }
    #expect(bench.subjects.contains("tq_struct `later`"))
  }

  @Test(
    "work that is queued, and work whose timer is armed (I3: work)",
    arguments: KernelVersion.watchedLate)
  func work(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      module.scheduleDelayedWork(DelayedWork("late") {}, delay: 1_000)
      module.scheduleWork(Work("now") {})
      bench.rip()
    }
    #expect(bench.subjects.contains("delayed_work `late`"))
    #expect(bench.subjects.contains("work_struct `now`"))
  }

  @Test(
    "a queue that is destroyed while a timer is armed for it (I3: work)",
    arguments: KernelVersion.watchedLate)
  func destroyedQueue(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      let queue = try module.createWorkqueue("mine")
      module.queueDelayedWork(queue, DelayedWork("late") {}, delay: 1_000)
      await module.destroyWorkqueue(queue)
    }
    let report = try #require(bench.kernel.reports.first)
    #expect(report.subject == "delayed_work `late`")
    #expect(report.problem.contains("(wq "))
  }

  @Test(
    "a structure that is freed while it is registered (I3)", arguments: KernelVersion.watchedAll)
  func freed(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      let timer = try module.kmalloc(KernelTimer("tick") {})
      module.modTimer(timer, expires: module.jiffies + 1_000)
      module.kfree(module.address(of: timer))
    }
    #expect(bench.subjects == ["timer_list `tick`"])
    let bytes = version.architecture.wordBytes == 8 ? 64 : 32
    #expect(
      try #require(bench.kernel.reports.first).problem.hasPrefix("a block of \(bytes) bytes at "))
  }

  @Test(
    "a process that sleeps on the module's queue (I3: wait-queue entry)",
    arguments: KernelVersion.watchedAll)
  func sleeper(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      let queue = WaitQueue()
      return FileOperations(read: { _, _ in
        if version.facilities.contains(.waitEvent) {
          await module.waitEvent(queue) { false }
        } else {
          await module.sleepOn(queue)
        }
        return 0
      })
    }
    for name in ["a", "b"] {
      try bench.start(name) { system async throws(Errno) in
        _ = try await system.read(try await system.open("/dev/test"), count: 1)
      }
    }
    bench.pass(ticks: 5)
    bench.rip()
    let names = bench.subjects.map { $0.replacing(/[0-9]+\)/, with: "N)") }
    // Each of them has the queue as a neighbour, or, in 2.2, the one that came first.
    #expect(names.contains("wait_queue_t of a (pid N)"))
    #expect(names.contains("a (pid N) in `test_read`"))
    #expect(names.contains("b (pid N) in `test_read`"))
  }

  @Test(
    "a thread that sleeps, and one that has not begun (I3: saved address)",
    arguments: KernelVersion.watchedLate)
  func threads(version: KernelVersion) throws {
    let bench = try Bench(version)
    var thread: KernelThread?
    try bench.load { module async throws(Errno) in
      thread = try module.kthreadRun("kth") {
        await module.msleep(10_000)
        return 0
      }
    }
    bench.pass(ticks: 5)
    #expect(try bench.unload() == nil)
    let pid = try #require(thread).process.pid
    #expect(bench.subjects == ["kth (pid \(pid)) in `kth`"])

    let early = try Bench(version)
    try early.load { module async throws(Errno) in
      thread = try module.kthreadRun("kth", function: "body") { 0 }
      early.rip()
    }
    #expect(early.subjects.contains("kth (pid \(thread?.process.pid ?? 0))"))
    thread = nil
  }

  @Test("a thread of 2.2 and 2.4 (I3: saved address)", arguments: KernelVersion.watchedEarly)
  func kernelThread(version: KernelVersion) throws {
    let bench = try Bench(version)
    var pid = 0
    try bench.load { module async throws(Errno) in
      pid = try module.kernelThread {
        await module.scheduleTimeout(1_000)
        return 0
      }
    }
    bench.pass(ticks: 5)
    #expect(try bench.unload() == nil)
    #expect(bench.subjects == ["program (pid \(pid)) in `thread`"])
  }

  @Test(
    "a handler that runs on another processor (I3; 6: del_timer)",
    arguments: KernelVersion.watchedEarly)
  func running(version: KernelVersion) throws {
    let bench = try Bench(version, mode: SchedulingMode(processors: 2))
    var remover: SimKernel.Process?
    try bench.load { module in
      let timer = KernelTimer("tick") {
        if let remover { module.wakeUpProcess(remover) }
        module.mdelay(300)
      }
      module.modTimer(timer, expires: module.jiffies + 5)
    }
    remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.pause()
      try await system.deleteModule("test")
    }
    bench.pass(ticks: 200)
    remover = nil
    #expect(bench.subjects == ["the interrupted swapper in `tick`"])
  }

  @Test("a notifier, and the symbols of those who are linked to it (I3: symbol user)")
  func loader() throws {
    let bench = try Bench(KernelVersion.v6_1.watched)
    try Puppet.$linking.withValue(.init(exports: ["mine"])) {
      _ = try bench.load("owner") { module in
        module.registerModuleNotifier(NotifierBlock("told") { _, _ in })
      }
    }
    try Puppet.$linking.withValue(.init(imports: ["mine"])) { _ = try bench.load("user") }
    bench.rip("owner")
    #expect(bench.subjects == ["symbol `mine` in module `user`", "notifier_block `told`"])
  }

  @Test("what is offered by name stays in the list of 2.4 (4: inter_module_register)")
  func offer() throws {
    let bench = try Bench(KernelVersion.v2_4.watched)
    try bench.load { $0.interModuleRegister("answer", owner: $0.thisModule, 42) }
    #expect(try bench.unload() == nil)
    #expect(bench.subjects == ["inter_module_entry `answer`"])
  }

  @Test(
    "a module whose init fails leaves as much behind (5: failing init)",
    arguments: KernelVersion.watchedAll)
  func failingInit(version: KernelVersion) throws {
    let bench = try Bench(version)
    let errno = try bench.load { module async throws(Errno) in
      module.modTimer(KernelTimer("tick") {}, expires: module.jiffies + 1_000)
      throw .EIO
    }
    #expect(errno != nil)
    // In 2.2 and 2.4 it is insmod that asks for the memory to be taken away.
    if version.loader.isUseCount { #expect(try bench.unload() == nil) }
    #expect(bench.subjects == ["timer_list `tick`"])
  }
}
