import Testing

@testable import SimKernel

@Suite("Sleeping where nobody may") struct AtomicContextTests {
  /// A module that sleeps in its timer's handler.
  private func sleepInHandler(_ version: KernelVersion) throws -> Bench {
    let bench = try Bench(version)
    try bench.load { module in
      let timer = KernelTimer("tick") {
        module.sleepAnyway { await module.scheduleTimeout(5) }
        module.printk("the handler goes on\n")
      }
      module.modTimer(timer, expires: module.jiffies + 3)
    }
    bench.pass(ticks: 30)
    return bench
  }

  @Test("2.2 follows a null pointer on purpose (SEMANTICS 7: schedule)")
  func scheduling22() throws {
    let bench = try sleepInHandler(.v2_2)
    #expect(bench.log.contains("Scheduling in interrupt"))
    #expect(bench.faults.map(\.isWrite) == [true])
  }

  @Test("2.4 stops at a BUG() (SEMANTICS 7: schedule)")
  func scheduling24() throws {
    let bench = try sleepInHandler(.v2_4)
    #expect(bench.log.contains("Scheduling in interrupt"))
    #expect(bench.log.contains("kernel BUG at sched.c:564!"))
    #expect(bench.kernel.isPanicked)
  }

  @Test("6.1 complains, and goes on (linux-6.1 README 14: msleep in a timer callback)")
  func scheduling61() throws {
    let bench = try sleepInHandler(.v6_1)
    let lines = bench.log
    let first = lines.firstIndex(of: "BUG: scheduling while atomic: swapper/0/0/0x00000102")
    let idle = lines.firstIndex(of: "bad: scheduling from the idle thread!")
    let end = lines.firstIndex(of: "the handler goes on")
    let leak = lines.firstIndex { $0.hasPrefix("timer: tick preempt leak: 00000101 -> 00000000") }
    #expect(try #require(first) < #require(idle))
    #expect(try #require(idle) < #require(end))
    #expect(try #require(end) < #require(leak))
    #expect(!bench.kernel.isPanicked)
    #expect(bench.kernel.taint.contains(.warned))
  }

  @Test("6.1: msleep with a spinlock held (linux-6.1 README 14)")
  func spinlock() throws {
    let bench = try Bench(.v6_1)
    let lock = SpinLock()
    var pid = 0
    try bench.load { module in
      pid = bench.kernel.current.pid
      module.spinLock(lock)
      await module.msleep(50)
      module.spinUnlock(lock)
    }
    #expect(bench.log.contains("BUG: scheduling while atomic: program/\(pid)/0x00000002"))
    // What schedule put right is one too low after the lock was let go; the end of init is told, and mends it.
    #expect(bench.kernel.processor.preemptCount == 0)
    #expect(bench.log.contains { $0.contains("returned with preemption imbalance") })
  }

  @Test("2.4 notices nothing of a lock that is held (SEMANTICS 7: schedule)")
  func unnoticed() throws {
    let bench = try Bench(.v2_4)
    try bench.load { module in
      let lock = SpinLock()
      module.spinLock(lock)
      await module.scheduleTimeout(2)
      module.spinUnlock(lock)
    }
    #expect(bench.log.isEmpty)
  }

  @Test(
    "a free mutex in a handler: said where the kernel was built to (linux-6.1 README 14)",
    arguments: [false, true])
  func mutexInHandler(isReported: Bool) throws {
    var version = KernelVersion.v6_1
    version.configuration.reportsAtomicSleep = isReported
    let bench = try Bench(version)
    let mutex = KernelMutex()
    try bench.load { module in
      let timer = KernelTimer("tick") {
        module.sleepAnyway {
          await module.mutexLock(mutex)
          module.mutexUnlock(mutex)
        }
      }
      module.modTimer(timer, expires: module.jiffies + 3)
    }
    bench.pass(ticks: 10)
    #expect(!bench.log.contains { $0.contains("scheduling while atomic") })
    let reports = bench.log.filter { $0.hasPrefix("BUG: sleeping function called from invalid") }
    #expect(reports.count == (isReported ? 1 : 0))
  }

  @Test("6.1: msleep in an RCU reader (linux-6.1 README 14)")
  func rcu() throws {
    let bench = try Bench(.v6_1)
    try bench.load { module in
      module.rcuReadLock()
      await module.msleep(50)
      module.rcuReadUnlock()
      module.printk("done\n")
    }
    #expect(
      bench.log.contains("Voluntary context switch within RCU read-side critical section!"))
    #expect(bench.log.last == "done")
  }

  @Test("a spinlock taken twice: the processor never comes out of it")
  func recursion() throws {
    for version in [KernelVersion.v2_4, .v6_1] {
      let bench = try Bench(version, mode: SchedulingMode(processors: 2))
      bench.kernel.trace.isEnabled = false
      try bench.load { module in
        let lock = SpinLock()
        module.spinLock(lock)
        module.spinLock(lock)
      }
      #expect(bench.kernel.isPanicked)
    }
    // On one processor 2.4's lock is no lock.
    let bench = try Bench(.v2_4)
    #expect(
      try bench.load { module in
        let lock = SpinLock()
        module.spinLock(lock)
        module.spinLock(lock)
      } == nil)
    #expect(!bench.kernel.isPanicked)
  }

  @Test("a mutex lets one in at a time, and the next one when that one leaves")
  func mutex() throws {
    let bench = try Bench(.v6_1)
    var events: [String] = []
    try bench.load { module async throws(Errno) in
      let mutex = KernelMutex()
      for name in ["a", "b"] {
        _ = try module.kthreadRun(name) {
          await module.mutexLock(mutex)
          events.append("\(name) in")
          await module.msleep(20)
          events.append("\(name) out")
          module.mutexUnlock(mutex)
          return 0
        }
      }
      await module.msleep(200)
    }
    #expect(events == ["a in", "a out", "b in", "b out"])
  }
}
