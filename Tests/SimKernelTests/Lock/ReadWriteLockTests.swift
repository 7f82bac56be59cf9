import Testing

@testable import SimKernel

@Suite("Locks that many may have who only read") struct ReadWriteLockTests {
  /// The kernels that have `rw_semaphore`.
  private static let later: [KernelVersion] = [.v2_4, .v2_6, .v6_1]

  /// Lets programs come one after the other, each with the lock for so many ticks; returns what they
  /// did, in order.
  private func order(
    on version: KernelVersion, _ programs: [(name: String, writes: Bool, downgrades: Bool)]
  ) throws -> [String] {
    let bench = try Bench(version)
    let lock = ReadWriteSemaphore()
    var events: [String] = []
    for program in programs {
      try bench.startLoading(program.name, ticks: 2) { module in
        if program.writes { await module.downWrite(lock) } else { await module.downRead(lock) }
        events.append("+\(program.name)")
        await module.scheduleTimeout(20)
        if program.downgrades {
          module.downgradeWrite(lock)
          await module.scheduleTimeout(20)
        }
        events.append("-\(program.name)")
        if program.writes, !program.downgrades { module.upWrite(lock) } else { module.upRead(lock) }
      }
    }
    bench.pass(ticks: 200)
    #expect(bench.log.isEmpty)
    return events
  }

  @Test("those who read have it together, one who writes alone, each in turn", arguments: later)
  func turns(version: KernelVersion) throws {
    let events = try order(
      on: version,
      [("r1", false, false), ("r2", false, false), ("w", true, false), ("r3", false, false)])
    #expect(events == ["+r1", "+r2", "-r1", "-r2", "+w", "-w", "+r3", "-r3"])
  }

  @Test(
    "who goes on as a reader lets others read", arguments: [KernelVersion.v2_6, .v6_1])
  func downgrade(version: KernelVersion) throws {
    let events = try order(on: version, [("w", true, true), ("r", false, false)])
    #expect(events == ["+w", "+r", "-w", "-r"] || events == ["+w", "+r", "-r", "-w"])
  }

  @Test("2.2 has none, and 2.4 nobody who goes on as a reader: refused with a line")
  func missing() throws {
    for (version, call) in [(KernelVersion.v2_2, "down_read"), (.v2_4, "downgrade_write")] {
      let bench = try Bench(version)
      try bench.load { module in
        let lock = ReadWriteSemaphore()
        if version == .v2_2 { await module.downRead(lock) } else { module.downgradeWrite(lock) }
      }
      #expect(
        bench.log == ["\(call): Linux \(version.release) has no such call"])
    }
  }

  /// A 6.1 that was built to look for sleeps where nobody may.
  private var watchful: KernelVersion {
    var version = KernelVersion.v6_1
    version.configuration.reportsAtomicSleep = true
    version.configuration.countsPreemption = true
    return version
  }

  @Test("6.1: who takes one with a spinlock held is told so", arguments: [true, false])
  func atomic(reads: Bool) throws {
    let bench = try Bench(watchful)
    try bench.load { module in
      let (lock, semaphore) = (ReadWriteLock(), ReadWriteSemaphore())
      module.writeLockIrqsave(lock)
      if reads { await module.downRead(semaphore) } else { await module.downWrite(semaphore) }
      module.writeUnlockIrqrestore(lock)
    }
    let line = reads ? 1519 : 1572
    #expect(
      bench.log.contains(
        "BUG: sleeping function called from invalid context at kernel/locking/rwsem.c:\(line)"))
  }

  @Test("6.1: who puts a structure on the heap with a lock held is told so")
  func allocation() throws {
    let bench = try Bench(watchful)
    try bench.load { module async throws(Errno) in
      let lock = ReadWriteLock()
      module.readLock(lock)
      _ = try module.kmalloc(WaitQueue())
      module.readUnlock(lock)
    }
    #expect(
      bench.log.contains(
        "BUG: sleeping function called from invalid context at include/linux/sched/mm.h:274"))
  }

  @Test(
    "many read at once; one who wants to write while somebody reads spins, here for ever",
    arguments: [true, false])
  func spinning(letsGo: Bool) throws {
    let bench = try Bench(.v2_4, mode: SchedulingMode(processors: 2))
    bench.kernel.trace.isEnabled = false
    let lock = ReadWriteLock()
    var isWritten = false
    try bench.startLoading("reader") { module in
      module.readLock(lock)
      module.readLock(lock)
      module.readUnlock(lock)
      if letsGo { module.readUnlock(lock) }
      await module.sleepOn(WaitQueue())
    }
    try bench.startLoading("writer") { module in
      module.writeLock(lock)
      isWritten = !bench.kernel.isPanicked
      module.writeUnlock(lock)
    }
    bench.pass(ticks: 10)
    #expect(isWritten == letsGo)
    #expect(bench.kernel.isPanicked == !letsGo)
  }
}
