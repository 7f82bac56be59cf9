import Testing

@testable import SimKernel

/// SEMANTICS 10.3, I5: no process in D with no remaining waker; and none in S without one but a signal.
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
    "who sleeps for some time is not reported; who can only be woken by a signal is, and it says so",
    arguments: KernelVersion.watchedAll)
  func timeoutAndSignal(version: KernelVersion) throws {
    let (bench, _) = try remove(version) { module, _ in await module.scheduleTimeout(10_000) }
    let (other, pid) = try remove(version) { module, _ in
      await module.scheduleTimeout(Int(Int32.max), interruptible: true)
    }
    bench.kernel.concludeWatch()
    other.kernel.concludeWatch()
    #expect(bench.reports(.sleeperWithoutWaker).isEmpty)
    #expect(
      other.reports(.sleeperWithoutWaker).map(\.problem) == [
        "rmmod (pid \(pid)) sleeps in schedule_timeout, and nobody is left who could wake it, "
          + "unless by a signal"
      ])
  }

  @Test(
    "two readers whom a module that went out of use has left asleep (I5, in state S)",
    arguments: KernelVersion.watchedAll, [true, false])
  func readers(version: KernelVersion, isRegistered: Bool) throws {
    let bench = try Bench(version)
    let queue = WaitQueue()
    var module: Puppet?
    try bench.loadDriver { puppet in
      module = puppet
      return FileOperations(
        owner: puppet,
        read: { _, _ async throws(Errno) in
          if version.loader.isUseCount { puppet.modIncUseCount() }
          if version.facilities.contains(.sleepOn) {
            await puppet.interruptibleSleepOn(queue)
          } else {
            try await puppet.waitEventInterruptible(queue) { false }
          }
          return 0
        })
    }
    for _ in 0..<2 {
      try bench.start("reader") { system async throws(Errno) in
        _ = try await system.read(try await system.open("/dev/test"), count: 1)
      }
    }
    bench.pass(ticks: 5)
    if !isRegistered {
      try bench.run { system async throws(Errno) in
        try await system.call(.sysOpen) { () async throws(Trap) in
          do throws(Errno) { try module?.unregisterChrdev(240, "test") } catch {
            throw .errno(error)
          }
        }
        try await system.unlink("/dev/test")
      }
    }
    bench.kernel.concludeWatch()
    #expect(bench.reports(.sleeperWithoutWaker).count == (isRegistered ? 0 : 2))
  }

  @Test("programs that wait for a child, a pipe or nothing at all are not reported (I5, state S)")
  func programs() throws {
    let bench = try Bench(KernelVersion.v6_1.watched)
    try bench.start { system async throws(Errno) in try await system.pause() }
    try bench.start { system async throws(Errno) in
      _ = try await system.read(try await system.pipe().reading, count: 1)
    }
    try bench.start { system async throws(Errno) in
      let child = try system.kernel.spawn("child") { system in
        do throws(Errno) { try await system.pause() } catch { return 1 }
        return 0
      }
      _ = try await system.wait(for: child.pid)
    }
    bench.pass(ticks: 5)
    bench.kernel.concludeWatch()
    #expect(bench.kernel.reports.isEmpty)
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
