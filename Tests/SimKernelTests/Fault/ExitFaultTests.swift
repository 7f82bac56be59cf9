import Testing

@testable import SimKernel

@Suite("A process that faults while it ends") struct ExitFaultTests {
  /// A driver that nobody counts goes while a process has it open, which then reads.
  private func staleReader(_ version: KernelVersion) throws -> (Bench, SimKernel.Process) {
    let bench = try Bench(version)
    try bench.loadDriver(unregisters: false) { _ in FileOperations(read: { _, _ in 0 }) }
    let process = try bench.start("cat") { system async throws(Errno) in
      let descriptor = try await system.open("/dev/test")
      try await system.sleep(ticks: 10)
      _ = try await system.read(descriptor, count: 1)
    }
    bench.pass(ticks: 3)
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 20)
    return (bench, process)
  }

  @Test("6.1: it stays for ever, in state X, and no parent hears of it (linux-6.1, 2a)")
  func staysDead() throws {
    let (bench, process) = try staleReader(.v6_1)
    let end = "Fixing recursive fault but reboot is needed!"
    #expect(bench.log.count { $0 == "note: cat[\(process.pid)] exited with irqs disabled" } == 2)
    #expect(bench.log.last == end)
    #expect(process.exitStatus == nil)
    #expect(process.state == .dead)
    #expect(bench.log.contains { $0.hasPrefix("RIP: 0010:filp_close+0x") })
    #expect(try bench.load("next") == nil)
  }

  @Test("6.1: its stack begins anew where it ends (linux-6.1, 2a)")
  func rewoundStack() throws {
    let (bench, _) = try staleReader(.v6_1)
    let second = bench.log.drop { !$0.hasPrefix("RIP: 0010:filp_close") }
    let frames = second.drop { $0 != " <TASK>" }.dropFirst().prefix { !$0.hasPrefix("RIP: 0033") }
    #expect(
      frames.map { $0.prefix { $0 != "+" } } == [
        " put_files_struct", " do_exit", " make_task_dead", " rewind_stack_and_make_dead",
      ])
  }

  @Test("2.6: it stays as well, asleep for ever (SEMANTICS 9.1: recursive)")
  func staysAsleep() throws {
    let (bench, process) = try staleReader(.v2_6)
    #expect(bench.log.last == "Fixing recursive fault but reboot is needed!")
    #expect(process.exitStatus == nil)
    #expect(process.state == .uninterruptible)
  }

  @Test(
    "2.2 and 2.4: it ends one level further down (SEMANTICS 9.1: recursive)",
    arguments: [KernelVersion.v2_2, .v2_4])
  func ends(version: KernelVersion) throws {
    let (bench, process) = try staleReader(version)
    #expect(process.exitStatus == Signal.SIGSEGV)
    #expect(bench.log.count { $0.hasPrefix("Oops: 0000") } == 2)
  }

  @Test("6.1: what held preemption off is named, and goes with the process (linux-6.1, 8b)")
  func preemptCount() throws {
    let bench = try Bench(.v6_1)
    let process = try bench.start("cat") { system async throws(Errno) in
      try await system.call(.sysOpen) { () async throws(Trap) in
        bench.kernel.processor.preemptCount = 1
        _ = try bench.kernel.loadWord(.null)
      }
    }
    bench.pass(ticks: 2)
    #expect(process.exitStatus == Signal.SIGKILL)
    #expect(
      bench.log.suffix(2) == [
        "note: cat[\(process.pid)] exited with irqs disabled",
        "note: cat[\(process.pid)] exited with preempt_count 1",
      ])
    #expect(bench.kernel.processor.preemptCount == 0)
  }

  @Test("with panic_on_oops the first oops is the last (linux-6.1, 2e)")
  func panicOnOops() throws {
    var version = KernelVersion.v6_1
    version.configuration.panicsOnOops = true
    let bench = try Bench.withFaultyRead(version)
    _ = try bench.readDriver()
    #expect(
      bench.log.suffix(3) == [
        "Kernel panic - not syncing: Fatal exception",
        "Kernel Offset: 0x0 from 0xffffffff81000000 "
          + "(relocation range: 0xffffffff80000000-0xffffffffbfffffff)",
        "---[ end Kernel panic - not syncing: Fatal exception ]---",
      ])
    #expect(bench.kernel.isPanicked)
  }
}

@Suite("What a process that faulted leaves behind") struct LeftBehindTests {
  @Test(
    "the big kernel lock goes with the process (SEMANTICS 9.1)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func bigKernelLock(version: KernelVersion) throws {
    let bench = try Bench(version, mode: SchedulingMode(processors: 2))
    try bench.run { system async throws(Errno) in
      try await system.call(.sysOpen) { () async throws(Trap) in
        await system.kernel.lockKernel()
        _ = try system.kernel.loadWord(.null)
      }
    }
    #expect(bench.kernel.bigKernelLockHolder == nil)
    #expect(bench.log.contains { $0.hasPrefix("Oops: 0000") })
  }

  @Test(
    "a fault in open leaves the uses that were counted before it (linux-6.1, 15)",
    arguments: [KernelVersion.v2_4, .v6_1])
  func inOpen(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(owner: module, open: { _, _ in module.store(1, at: .null) })
    }
    _ = try bench.readDriver()
    #expect(bench.module().map { bench.kernel.useCount(of: $0) }.map { $0 > 0 } == true)
    #expect(try bench.unload() == (version == .v6_1 ? .EAGAIN : .EBUSY))
  }

  @Test(
    "a process that died in 6.1 is said to have been killed, others by a broken pointer (SEMANTICS 9.1)"
  )
  func words() throws {
    var words: [String?] = []
    for version in KernelVersion.generations {
      let status = try Bench.withFaultyRead(version).readDriver().exitStatus
      words.append(status.flatMap { DeathNotice.text(for: $0) })
    }
    let broken = "Segmentation fault"
    #expect(words == [broken, broken, broken, "Killed"])
  }
}
