import Testing

@testable import SimKernel

@Suite("Complaints that the kernel survives") struct ComplaintTests {
  @Test("WARN_ON: 6.1 is tainted by it, 2.6 is not, others have none (linux-6.1, What kills whom)")
  func warning() throws {
    var taints: [Int] = []
    for version in KernelVersion.generations {
      let bench = try Bench(version)
      try bench.load { module in
        #expect(!module.warnOn(false))
        #expect(module.warnOn(true, file: "driver.c", line: 12))
      }
      taints.append(Int(bench.kernel.taint.flags.rawValue))
      let isKnown = version == .v2_6 || version == .v6_1
      #expect(bench.log.contains("WARN_ON: Linux \(version.release) has no such call") != isKnown)
      if version == .v6_1 {
        #expect(bench.log.first == "------------[ cut here ]------------")
        #expect(
          bench.log.contains {
            $0.hasPrefix("WARNING: CPU: 0 PID: 2 at driver.c:12 init_module+0x")
              && $0.hasSuffix(" [test]")
          })
        #expect(bench.log.last == "---[ end trace 0000000000000000 ]---")
      }
      if version == .v2_6 {
        #expect(bench.log.contains("WARNING: at driver.c:12 init_module()"))
      }
      #expect(try bench.unload() == nil)
    }
    #expect(taints == [0, 0, 0, 512])
  }

  @Test("dump_stack shows who called, from 2.4 on (linux-6.1, 8)")
  func dump() throws {
    for version in KernelVersion.generations {
      let bench = try Bench(version)
      try bench.load { module in module.dumpStack() }
      #expect(
        bench.log.contains("dump_stack: Linux 2.2.1 has no such call") == (version == .v2_2))
      #expect(
        bench.log.contains { $0.hasPrefix("Call Trace:") } == [.v2_4, .v6_1].contains(version))
      #expect(bench.log.contains(" =======================") == (version == .v2_6))
      guard version == .v6_1 else { continue }
      let trace = bench.log.drop { $0 != " <TASK>" }.dropFirst().prefix { !$0.hasPrefix("RIP") }
      #expect(
        trace.map { $0.prefix { $0 != "+" } } == [
          " dump_stack_lvl", " init_module", " do_one_initcall", " do_init_module",
          " __do_sys_finit_module", " do_syscall_64", " entry_SYSCALL_64_after_hwframe",
        ])
    }
  }

  @Test("schedule where nobody may sleep (linux-6.1, 14)")
  func schedule() throws {
    let bench = try Bench(.v6_1)
    try bench.run("insmod") { system async throws(Errno) in
      try await system.call(.sysInitModule) { () async throws(Trap) in
        let kernel = system.kernel
        kernel.enter(.schedule)
        #expect(try kernel.scheduleInWrongContext(preemptCount: 0) == false)
        #expect(try kernel.scheduleInWrongContext(preemptCount: 2))
      }
    }
    #expect(bench.log.first == "BUG: scheduling while atomic: insmod/2/0x00000002")
    let trace = bench.log.drop { $0 != " <TASK>" }.dropFirst().prefix { !$0.hasPrefix("RIP") }
    #expect(
      trace.map { $0.prefix { $0 != "+" } } == [
        " dump_stack_lvl", " __schedule_bug", " __schedule", " schedule",
        " __do_sys_finit_module", " do_syscall_64", " entry_SYSCALL_64_after_hwframe",
      ])
    #expect(bench.kernel.taint.flags.rawValue == 512)
  }

  @Test("a module's own function stands in the trace (linux-6.1, 15)")
  func subroutine() throws {
    let bench = try Bench(.v6_1)
    try bench.loadDriver { module in
      FileOperations(read: { _, _ in
        module.subroutine("boom") { module.store(1, at: .null) }
        return 0
      })
    }
    _ = try bench.readDriver()
    #expect(bench.log.contains { $0.hasPrefix("RIP: 0010:boom+0x") && $0.hasSuffix(" [test]") })
    let trace = bench.log.drop { $0 != " <TASK>" }.dropFirst()
    #expect(trace.first?.hasPrefix(" test_read+0x") == true)
  }
}
