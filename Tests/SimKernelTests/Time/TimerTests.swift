import Testing

@testable import SimKernel

@Suite("Timers") struct TimerTests {
  /// When a timer that is set for a time runs, in ticks after that: 6.1 gives it a whole tick more.
  private func delay(_ version: KernelVersion) -> Int { version == .v6_1 ? 1 : 0 }

  @Test(
    "within one tick 2.2 runs the newest timer first, 2.4 and 2.6 the oldest, 6.1 the newest (SEMANTICS 6: timer expiry)",
    arguments: [
      (KernelVersion.v2_2, ["c", "b", "a"]), (.v2_4, ["a", "b", "c"]), (.v2_6, ["a", "b", "c"]),
      (.v6_1, ["c", "b", "a"]),
    ])
  func orderWithinTick(version: KernelVersion, expected: [String]) throws {
    let bench = try Bench(version)
    var calls: [String] = []
    try bench.load { module in
      for name in ["a", "b", "c"] {
        module.addTimer(KernelTimer(name) { calls.append(name) }, expires: module.jiffies + 3)
      }
    }
    bench.pass(ticks: 2)
    #expect(calls.isEmpty)
    bench.pass(ticks: 2)
    #expect(calls == expected)
  }

  @Test(
    "timers run in the order of their times, none before its time, however far away (SEMANTICS 6: timer expiry)",
    arguments: KernelVersion.all)
  func expiry(version: KernelVersion) throws {
    let bench = try Bench(version)
    var late: [Int: Int] = [:]
    bench.kernel.trace.isEnabled = false
    // Shortly before every row of buckets is sorted in.
    bench.kernel.jiffies = 16_250
    let times = [1, 2, 63, 64, 134, 255, 256, 257, 400, 600]
    try bench.load { module in
      for time in times.reversed() {
        module.addTimer(
          KernelTimer("timer") { late[time] = module.jiffies - 16_250 - time },
          expires: module.jiffies + time)
      }
    }
    bench.pass(ticks: 700)
    for time in times {
      let difference = try #require(late[time], "\(time)")
      if version == .v6_1 {
        // A row that is eight times as coarse begins at 63 ticks, the next one at 504.
        let step = time < 63 ? 1 : time < 504 ? 8 : time < 4032 ? 64 : 512
        #expect(difference >= 0 && difference <= step, "\(time)")
      } else {
        #expect(difference == 0, "\(time)")
      }
    }
  }

  @Test(
    "mod_timer says whether the timer was armed, del_timer too, and it does not run (SEMANTICS 6: mod_timer, del_timer)",
    arguments: KernelVersion.all)
  func answers(version: KernelVersion) throws {
    let bench = try Bench(version)
    var answers: [Bool] = []
    var count = 0
    try bench.load { module in
      let timer = KernelTimer("timer") { count += 1 }
      answers.append(module.delTimer(timer))
      answers.append(module.modTimer(timer, expires: module.jiffies + 2))
      answers.append(module.timerPending(timer))
      answers.append(module.modTimer(timer, expires: module.jiffies + 3))
      answers.append(module.delTimer(timer))
      answers.append(module.timerPending(timer))
    }
    #expect(answers == [false, false, true, true, true, false])
    bench.pass(ticks: 10)
    #expect(count == 0)
  }

  @Test(
    "a timer is disarmed before its handler runs, which may arm it again (SEMANTICS 6: timer expiry)",
    arguments: KernelVersion.all)
  func periodic(version: KernelVersion) throws {
    let bench = try Bench(version)
    var pending: [Bool] = []
    var ticks: [Int] = []
    try bench.load { module in
      var timer: KernelTimer?
      timer = KernelTimer("tick") {
        guard let timer else { return }
        pending.append(module.timerPending(timer))
        ticks.append(module.jiffies)
        module.modTimer(timer, expires: module.jiffies + 5)
      }
      if let timer { module.modTimer(timer, expires: module.jiffies + 5) }
    }
    let start = bench.kernel.jiffies
    bench.pass(ticks: 30)
    let period = 5 + delay(version)
    #expect(ticks == (1...30 / period).map { start + $0 * period })
    #expect(pending.allSatisfy { !$0 })
  }

  @Test(
    "armed again for a time that is past: in 2.2 at once and for ever, later at the next tick (SEMANTICS 6: timer expiry)",
    arguments: KernelVersion.all)
  func alwaysExpired(version: KernelVersion) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    var ticks: [Int] = []
    try bench.load { module in
      var timer: KernelTimer?
      timer = KernelTimer("tick") {
        if ticks.count < 4 { ticks.append(module.jiffies) }
        if let timer { module.modTimer(timer, expires: module.jiffies - 1) }
      }
      if let timer { module.modTimer(timer, expires: module.jiffies + 1) }
    }
    let start = bench.kernel.jiffies + 1 + delay(version)
    let outcome = bench.pass(ticks: 6)
    if version == .v2_2 {
      #expect(outcome == .panicked)
      #expect(ticks == [start, start, start, start])
    } else {
      #expect(outcome == .outOfTime)
      #expect(ticks == Array(start..<start + 4))
    }
  }

  @Test("add_timer twice: 2.4 says so and does nothing (SEMANTICS 6: add_timer)")
  func addedTwice() throws {
    let bench = try Bench(.v2_4)
    var count = 0
    try bench.load { module in
      let timer = KernelTimer("timer") { count += 1 }
      module.addTimer(timer, expires: module.jiffies + 2)
      module.addTimer(timer, expires: module.jiffies + 2)
    }
    #expect(bench.log.contains { $0.contains(/^bug: kernel timer added twice at [0-9a-f]{8}\.$/) })
    bench.pass(ticks: 5)
    #expect(count == 1)
  }

  @Test("add_timer twice: 2.2 never comes to the end of the list (SEMANTICS 6: add_timer)")
  func addedTwiceIn22() throws {
    let bench = try Bench(.v2_2)
    bench.kernel.trace.isEnabled = false
    try bench.load { module in
      let timer = KernelTimer("timer") {}
      module.addTimer(timer, expires: module.jiffies + 2)
      module.addTimer(timer, expires: module.jiffies + 2)
    }
    #expect(bench.pass(ticks: 5) == .panicked)
  }

  @Test(
    "add_timer twice: later kernels stop the process at a BUG()",
    arguments: [KernelVersion.v2_6, .v6_1])
  func addedTwiceBug(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      let timer = KernelTimer("timer") {}
      module.addTimer(timer, expires: module.jiffies + 2)
      module.addTimer(timer, expires: module.jiffies + 2)
    }
    #expect(bench.console.contains("kernel BUG at "))
  }

  @Test("thousands of timers are armed and run in one pass", arguments: KernelVersion.all)
  func many(version: KernelVersion) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    var count = 0
    try bench.load { module async throws(Errno) in
      for index in 0..<3_000 {
        let timer = try module.kmalloc(KernelTimer("timer") { count += 1 })
        module.addTimer(timer, expires: module.jiffies + 1 + index % 7)
      }
    }
    #expect(bench.pass(ticks: 20) == .stuck)
    #expect(count == 3_000)
  }
}
