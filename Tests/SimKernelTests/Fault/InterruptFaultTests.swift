import Testing

@testable import SimKernel

@Suite("A module's fault in a bottom half") struct InterruptFaultTests {
  /// A machine whose next timer interrupt comes while a process runs, or while none does, and calls
  /// a routine that does something wrong.
  private func fault(
    _ version: KernelVersion, mode: SchedulingMode = SchedulingMode(), inProcess: Bool,
    _ mistake: @escaping (Puppet) -> Void = { $0.store(1, at: .null) }
  ) throws -> Bench {
    let bench = try Bench(version, mode: mode)
    try bench.start("victim") { system async throws(Errno) in
      try await system.sleep(ticks: 2)
      guard inProcess else { return try await system.sleep(ticks: 10) }
      system.kernel.timerInterrupt()
    }
    bench.pass(ticks: 1)
    try bench.load { module in
      module.queueTask(TaskQueueEntry("task") { mistake(module) }, on: .timer)
    }
    bench.pass(ticks: 5)
    return bench
  }

  @Test("2.4 panics, whoever was running (SEMANTICS 9.1: interrupt)", arguments: [true, false])
  func panics(inProcess: Bool) throws {
    let bench = try fault(.v2_4, inProcess: inProcess)
    #expect(
      bench.log.suffix(2) == [
        "Kernel panic: Aiee, killing interrupt handler!",
        "In interrupt handler - not syncing",
      ])
    #expect(bench.kernel.isPanicked)
  }

  @Test("2.2 cannot kill the idle task (SEMANTICS 9.1: idle task)")
  func idleTask() throws {
    let bench = try fault(.v2_2, inProcess: false)
    #expect(
      bench.log.suffix(3) == [
        "Aiee, killing interrupt handler", "Kernel panic: Attempted to kill the idle task!",
        "In swapper task - not syncing",
      ])
  }
}

@Suite("A fault in an interrupt, where the chain of calls matters") struct InterruptChainTests {
  /// Faults in an interrupt that came while `name` was running.
  private func fault(
    _ version: KernelVersion, _ name: String = "victim", through chain: [KernelFunction] = [.doIRQ],
    jump: Address? = nil
  ) throws -> Bench {
    let bench = try Bench(version)
    try bench.start(name) { system async throws(Errno) in
      let kernel = system.kernel
      try await system.call(.sysRead) { () async throws(Trap) in
        kernel.processor.interruptDepth += 1
        kernel.enter(chain)
        do throws(Trap) {
          if let jump { _ = try kernel.enter(jump) }
          try kernel.storeWord(.null, 0)
        } catch {
          if case .fault(let fault) = error { kernel.dieInInterrupt(fault) }
        }
        kernel.processor.interruptDepth -= 1
      }
    }
    bench.pass(ticks: 1)
    return bench
  }

  @Test("2.2 complains, ends who was running, and never gets out of it (SEMANTICS 9.1: interrupt)")
  func cascade() throws {
    let bench = try fault(.v2_2)
    // So much is said that the log does not hold it.
    let log = bench.console.split(separator: "\n")
    #expect(log.count { $0 == "Aiee, killing interrupt handler" } > 3)
    let rounds = log.count { $0 == "Scheduling in interrupt" }
    #expect(rounds > 3 && rounds < 40)
    #expect(log.count { $0 == "Oops: 0002" } == rounds + 1)
    #expect(!log.contains { $0.hasPrefix("Kernel panic") })
    #expect(bench.kernel.isPanicked)
    #expect(bench.kernel.processTable.last?.exitStatus == Signal.SIGSEGV)
  }

  @Test("2.6 and 6.1 panic (SEMANTICS 9.1; linux-6.1, 3)", arguments: [KernelVersion.v2_6, .v6_1])
  func panics(version: KernelVersion) throws {
    let bench = try fault(version)
    let panic = "Kernel panic - not syncing: Fatal exception in interrupt"
    #expect(bench.log.contains(panic))
    #expect((bench.log.last == panic) == (version == .v2_6))
  }

  @Test("6.1 shows the interrupt's stack, then that of the interrupted (linux-6.1, 3a)")
  func interruptStack() throws {
    let bench = try fault(.v6_1, through: [.doIRQ, .timerInterrupt, .doSoftirq])
    let trace = bench.log.drop { $0 != "Call Trace:" }.dropFirst().prefix { $0 != " </TASK>" }
    let names = trace.filter { $0.hasPrefix(" ") }.map { String($0.prefix { $0 != "+" }) }
    #expect(
      names == [
        " <IRQ>", " sysvec_apic_timer_interrupt", " </IRQ>", " <TASK>",
        " asm_sysvec_apic_timer_interrupt", " do_syscall_64", " entry_SYSCALL_64_after_hwframe",
      ])
    #expect(trace.contains { $0.hasPrefix("RIP: 0010:ksys_read+0x") })
    #expect(trace.contains { $0.hasPrefix("RIP: 0033:0x") })
  }

  @Test("6.1: in freed code only words are left of both stacks (linux-6.1, 3b)")
  func freedCode() throws {
    let hole = Architecture.x86_64.moduleAreaStart
    let bench = try fault(.v6_1, through: [.doIRQ, .timerInterrupt], jump: hole)
    let trace = bench.log.drop { $0 != "Call Trace:" }.dropFirst().prefix { $0 != " </TASK>" }
    #expect(trace.first == " <IRQ>")
    #expect(trace.allSatisfy { $0.hasPrefix(" ? ") || $0.hasPrefix(" <") })
    #expect(trace.contains { $0.hasPrefix(" ? sysvec_apic_timer_interrupt+0x") })
  }
}
