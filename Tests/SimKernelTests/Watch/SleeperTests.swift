import Testing

@testable import SimKernel

/// SEMANTICS 10.3, I5: no process in D with no remaining waker.
@Suite("Who sleeps for ever") struct SleeperTests {
  /// Loads a module whose cleanup sleeps as the test says, and starts to remove it.
  private func remove(
    _ version: KernelVersion, prepare: @escaping (Puppet, WaitQueue) -> Void = { _, _ in },
    _ sleep: @escaping (Puppet, WaitQueue) async -> Void
  ) throws -> (bench: Bench, pid: Int) {
    let bench = try Bench(version)
    let queue = WaitQueue()
    try bench.load {
      prepare($0, queue)
    } cleanUp: {
      await sleep($0, queue)
    }
    let remover = try bench.startUnloading(ticks: 5)
    #expect(remover.exitStatus == nil)
    return (bench, remover.pid)
  }

  @Test(
    "rmmod sleeps on a queue that nobody can come to any more (I5)",
    arguments: KernelVersion.watchedAll)
  func cleanup(version: KernelVersion) throws {
    let (bench, pid) = try remove(version) { module, queue in
      if version.facilities.contains(.sleepOn) {
        await module.sleepOn(queue)
      } else {
        await module.waitEvent(queue) { false }
      }
    }
    bench.kernel.concludeWatch()
    #expect(bench.reports(.sleeperWithoutWaker).map(\.subject) == ["rmmod (pid \(pid))"])
    #expect(bench.kernel.reports.first?.module == "test")
    #expect(bench.console.contains("(watch) at jiffies "))
  }

  @Test(
    "a timer, a task or a file that leads into the module may still wake it (I5)",
    arguments: KernelVersion.watchedAll, [0, 1, 2])
  func comingWaker(version: KernelVersion, kind: Int) throws {
    let (bench, _) = try remove(version) { module, queue in
      switch kind {
      case 0:
        module.modTimer(
          KernelTimer("tick") { module.wakeUp(queue) }, expires: module.jiffies + 10_000)
      case 1 where version.facilities.contains(.taskQueues):
        module.queueTask(TaskQueueEntry("task") { module.wakeUp(queue) }, on: .immediate)
      case 1: module.scheduleDelayedWork(DelayedWork("job") {}, delay: 10_000)
      default:
        do throws(Errno) {
          try module.registerChrdev(240, "test", FileOperations(read: { _, _ in 0 }))
        } catch {}
      }
    } _: { module, queue in
      if version.facilities.contains(.sleepOn) {
        await module.sleepOn(queue)
      } else {
        await module.waitEvent(queue) { false }
      }
    }
    bench.kernel.concludeWatch()
    #expect(bench.reports(.sleeperWithoutWaker).isEmpty)
  }

  @Test(
    "who sleeps for some time, or until a signal comes, is not reported (I5)",
    arguments: KernelVersion.watchedAll)
  func timeoutAndSignal(version: KernelVersion) throws {
    let (bench, _) = try remove(version) { module, _ in await module.scheduleTimeout(10_000) }
    let (other, _) = try remove(version) { module, _ in
      await module.scheduleTimeout(Int(Int32.max), interruptible: true)
    }
    bench.kernel.concludeWatch()
    other.kernel.concludeWatch()
    #expect(bench.reports(.sleeperWithoutWaker).isEmpty)
    #expect(other.reports(.sleeperWithoutWaker).isEmpty)
  }

  @Test(
    "two locks taken in two orders: both sleep for ever, and both are reported (I5)",
    arguments: KernelVersion.watchedLate)
  func deadlock(version: KernelVersion) throws {
    let bench = try Bench(version)
    let first = KernelMutex()
    let second = KernelMutex()
    var threads: [KernelThread] = []
    try bench.load { module async throws(Errno) in
      for (name, order) in [("ab", [first, second]), ("ba", [second, first])] {
        threads.append(
          try module.kthreadRun(name) {
            await module.mutexLock(order[0])
            await module.msleep(20)
            await module.mutexLock(order[1])
            return 0
          })
      }
      // So that rmmod cannot come and find it live and unused.
      module.moduleGet(module.thisModule)
    }
    bench.pass(ticks: 100)
    bench.kernel.concludeWatch()
    #expect(
      bench.reports(.sleeperWithoutWaker).map(\.subject)
        == threads.map { "\($0.process.name) (pid \($0.process.pid))" })
    threads = []
  }

  @Test(
    "kthread_stop of a thread that sleeps for ever itself (I5)",
    arguments: KernelVersion.watchedLate)
  func thread(version: KernelVersion) throws {
    let bench = try Bench(version)
    let queue = WaitQueue()
    var thread: KernelThread?
    try bench.load { module async throws(Errno) in
      thread = try module.kthreadRun("kth") {
        await module.waitEvent(queue) { false }
        return 0
      }
    } cleanUp: { module in
      if let thread { _ = await module.kthreadStop(thread) }
    }
    bench.pass(ticks: 2)
    let remover = try bench.startUnloading(ticks: 20)
    bench.kernel.concludeWatch()
    #expect(
      bench.reports(.sleeperWithoutWaker).map(\.subject)
        == ["kth (pid \(thread?.process.pid ?? 0))", "rmmod (pid \(remover.pid))"])
    thread = nil
  }

  @Test(
    "a queue in memory that has gone wakes nobody (I5, I3)", arguments: KernelVersion.watchedAll)
  func goneQueue(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      let queue = WaitQueue()
      return FileOperations(read: { _, _ in
        if version.facilities.contains(.sleepOn) {
          await module.sleepOn(queue)
        } else {
          await module.waitEvent(queue) { false }
        }
        return 0
      })
    }
    let reader = try bench.start("cat") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/dev/test"), count: 1)
    }
    bench.pass(ticks: 5)
    bench.rip()
    bench.kernel.concludeWatch()
    let report = try #require(bench.reports(.sleeperWithoutWaker).first)
    #expect(report.subject == "cat (pid \(reader.pid))")
    #expect(report.consequence == "the queue that it sleeps on was in memory that has gone")
  }

  @Test("a lock of the kernel's whose holder has died (I5; README 2: misc_mtx)")
  func abandonedLock() throws {
    let bench = try Bench(KernelVersion.v6_1.watched)
    try bench.load { module async throws(Errno) in
      try module.miscRegister(MiscDevice(minor: 200, name: "odd", FileOperations()))
    }
    bench.rip()
    for name in ["first", "second"] {
      try bench.start(name) { system async throws(Errno) in
        _ = try await system.open("/dev/odd")
      }
    }
    bench.pass(ticks: 10)
    bench.kernel.concludeWatch()
    let names = bench.reports(.sleeperWithoutWaker).map { $0.subject.prefix { $0 != " " } }
    #expect(names == ["second"])
  }

  @Test("a queue on the heap may be known to any module (I5)", arguments: KernelVersion.watchedAll)
  func heapQueue(version: KernelVersion) throws {
    for hasOther in [false, true] {
      let bench = try Bench(version)
      if hasOther { try bench.load("other") }
      try bench.load { _ in
      } cleanUp: { module in
        do throws(Errno) {
          let queue = try module.kmalloc(WaitQueue())
          if version.facilities.contains(.sleepOn) {
            await module.sleepOn(queue)
          } else {
            await module.waitEvent(queue) { false }
          }
        } catch {}
      }
      try bench.startUnloading(ticks: 5)
      bench.kernel.concludeWatch()
      #expect(bench.reports(.sleeperWithoutWaker).isEmpty == hasOther)
    }
  }

  @Test(
    "rmmod waits for a use that nobody gives back, or that a module has (I5; 5: rmmod --wait)")
  func waitingRemover() throws {
    for hasHolder in [false, true] {
      let bench = try Bench(KernelVersion.v2_6.watched)
      var handle: ModuleHandle?
      try bench.load { module in
        handle = module.thisModule
        if !hasHolder { _ = module.tryModuleGet(handle) }
      }
      if hasHolder { try bench.load("holder") { _ = $0.tryModuleGet(handle) } }
      let remover = try bench.startUnloading()
      #expect(remover.sleepingIn == "wait_for_zero_refcount")
      bench.kernel.concludeWatch()
      #expect(bench.reports(.sleeperWithoutWaker).isEmpty == hasHolder)
    }
  }
}
