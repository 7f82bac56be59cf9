import SimKernel
import Testing

@Suite("Busy waits, and times without end") struct BusyWaitTests {
  @Test("who drives the machine lets another process run in the middle of one (linux-6.1 3d)")
  func visit() throws {
    let bench = try Bench(.v6_1, mode: SchedulingMode(processors: 2))
    var events: [String] = []
    var timer: KernelTimer?
    bench.kernel.duringBusyWait = { [unowned bench] in
      guard events.isEmpty else { return true }
      events.append(bench.kernel.hasIdleProcessor ? "begins" : "has no processor")
      _ = try? bench.start("other") { _ async throws(Errno) in events.append("other") }
      bench.kernel.settle()
      return true
    }
    try bench.load { module in
      let created = KernelTimer("tick") {
        module.mdelay(100)
        events.append("ends")
      }
      timer = created
      module.modTimer(created, expires: module.jiffies + 5)
    }
    bench.pass(ticks: 60)
    bench.kernel.duringBusyWait = nil
    #expect(events == ["begins", "other", "ends"])
    #expect(timer != nil)
  }

  @Test("who drives the machine can end one")
  func end() throws {
    let bench = try Bench(.v6_1)
    bench.kernel.duringBusyWait = { false }
    var waited: Int?
    try bench.load { module in
      let start = module.jiffies
      module.mdelay(60_000)
      waited = module.jiffies - start
    }
    #expect(waited == 0)
  }

  @Test("a negative time is longer than anybody waits (linux-6.1: msecs_to_jiffies)")
  func negative() throws {
    let bench = try Bench(.v6_1)
    var ticks: Int?
    try bench.load { module in ticks = module.msecsToJiffies(-5) }
    #expect(ticks == Int(Int32.max) / 2 - 1)
  }

  @Test("without a signal ERESTARTSYS comes back to the program as it is (linux-6.1 8)")
  func restart() throws {
    let bench = try Bench(.v6_1)
    let errno = try bench.load { _ async throws(Errno) in throw .ERESTARTSYS }
    #expect(errno == .ERESTARTSYS)
  }
}
