import Testing

@testable import SimKernel

@Suite("Processes") struct ProcessTests {
  @Test("a timeout wakes after its ticks, and those due together in the order in which they slept")
  func timeouts() throws {
    let bench = try Bench()
    var woken: [String] = []
    let start = bench.kernel.jiffies
    for (name, ticks) in [("late", 5), ("first", 3), ("second", 3), ("now", 0)] {
      try bench.start(name) { system async throws(Errno) in
        try await system.sleep(ticks: ticks)
        woken.append("\(name) \(bench.kernel.jiffies - start)")
      }
    }
    bench.pass(ticks: 10)
    #expect(woken == ["now 1", "first 3", "second 3", "late 5"])
  }

  @Test(
    "a negative timeout is refused with a message, and the longest one is none (SEMANTICS 7: schedule_timeout)"
  )
  func wrongTimeouts() throws {
    let bench = try Bench()
    var left: [Int] = []
    try bench.run { _ async throws(Errno) in
      do throws(Trap) {
        left.append(try await bench.kernel.scheduleTimeout(-1, .interruptible))
        left.append(try await bench.kernel.scheduleTimeout(.min, .interruptible))
      } catch { throw .EFAULT }
    }
    #expect(left == [0, 0])
    #expect(
      bench.log.first?.contains(/^schedule_timeout: wrong timeout value ffffffff from [0-9a-f]{8}$/)
        == true)
    #expect(bench.kernel.timerBases.allSatisfy { $0.pendingCount == 0 })
    let sleeper = try bench.start { system async throws(Errno) in
      try await system.sleep(ticks: .max)
    }
    #expect(bench.pass(ticks: 50) == .stuck)
    #expect(sleeper.exitStatus == nil)
  }

  @Test("a signal cuts a sleep short, and the process ends on its way out of the call")
  func signal() throws {
    let bench = try Bench()
    var isOver = false
    let process = try bench.start { system async throws(Errno) in
      try await system.sleep(ticks: 1000)
      isOver = true
    }
    bench.pass(ticks: 2)
    try bench.kernel.sendSignal(Signal.SIGTERM, to: process)
    bench.pass(ticks: 2)
    #expect(process.exitStatus == Signal.SIGTERM)
    #expect(process.state == .zombie)
    #expect(!isOver)
  }

  @Test("signals that nobody minds, and the question whether a process is there, do nothing")
  func ignoredSignals() throws {
    let bench = try Bench()
    let process = try bench.start { system async throws(Errno) in try await system.sleep(ticks: 10)
    }
    bench.pass(ticks: 2)
    for signal in [0, Signal.SIGCHLD, Signal.SIGWINCH] {
      try bench.kernel.sendSignal(signal, to: process)
    }
    let first = try #require(bench.kernel.processTable.first)
    try bench.kernel.sendSignal(Signal.SIGKILL, to: first)
    for signal in [-1, 65, .max] {
      #expect(throws: Errno.EINVAL) { try bench.kernel.sendSignal(signal, to: process) }
    }
    #expect(bench.pass(ticks: 20) == .stuck)
    #expect(process.exitStatus == 0)
    #expect(bench.kernel.panicText == nil)
  }

  @Test("a parent learns how its child ended, and only its own child")
  func wait() throws {
    let bench = try Bench()
    var results: [Int] = []
    var errno: Errno?
    try bench.run { system async throws(Errno) in
      let child = try bench.kernel.spawn("child") { _ in 7 }
      results.append(try await system.wait(for: child.pid))
      do throws(Errno) { results.append(try await system.wait(for: child.pid)) } catch {
        errno = error
      }
    }
    #expect(results == [7 << 8])
    #expect(errno == .ECHILD)
  }

  @Test("where there is no memory for a stack there is no process")
  func tooMany() throws {
    let bench = try Bench()
    var made = 0
    #expect(throws: Errno.ENOMEM) {
      while true {
        try bench.start { system async throws(Errno) in try await system.pause() }
        made += 1
      }
    }
    #expect(made > 400)
    #expect(bench.pass(ticks: 10) == .stuck)
  }

  @Test("the stacks of dead processes are used again, also of those that died in the kernel")
  func reuse() throws {
    let bench = try Bench()
    try bench.run { system async throws(Errno) in
      for _ in 0..<1000 {
        let child = try bench.kernel.spawn("child") { child in
          do throws(Errno) {
            try await child.call(.sysRead) { () async throws(Trap) in
              _ = try bench.kernel.load32(.null)
            }
          } catch { return 1 }
          return 0
        }
        #expect(try await system.wait(for: child.pid) == Signal.SIGSEGV)
      }
    }
    #expect(bench.console.matches(of: /Oops: 0000/).count == 1000)
  }

  @Test("a process that only yields does not keep time from passing")
  func yielding() throws {
    let bench = try Bench()
    try bench.load { module in
      let start = module.jiffies
      while module.jiffies < start + 3 { await module.schedule() }
    }
    #expect(bench.module() != nil)
  }
}
