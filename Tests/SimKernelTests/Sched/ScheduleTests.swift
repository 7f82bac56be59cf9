import Testing

@testable import SimKernel

@Suite("What schedule() lets go of, and who is in D") struct ScheduleTests {
  @Test(
    "who sleeps with the big kernel lock gives it away, and has it again when he wakes (SEMANTICS 7: schedule)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func bigKernelLock(version: KernelVersion) throws {
    let bench = try Bench(version)
    var events: [String] = []
    func program(_ name: String, ticks: Int) throws {
      try bench.start(name) { system async throws(Errno) in
        await system.kernel.lockKernel()
        await system.kernel.lockKernel()
        events.append("\(name) has it")
        do throws(Trap) {
          _ = try await system.kernel.scheduleTimeout(ticks, .uninterruptible)
        } catch { return }
        #expect(system.kernel.bigKernelLockHolder === system.kernel.current)
        #expect(system.kernel.current.lockDepth == 2)
        events.append("\(name) woke")
        system.kernel.unlockKernel()
        #expect(system.kernel.bigKernelLockHolder != nil)
        system.kernel.unlockKernel()
      }
    }
    try program("a", ticks: 10)
    try program("b", ticks: 3)
    bench.pass(ticks: 30)
    #expect(events == ["a has it", "b has it", "b woke", "a woke"])
    #expect(bench.kernel.bigKernelLockHolder == nil)
  }

  @Test(
    "D: no signal ends the sleep, and ps says so (SEMANTICS 7: D)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func unkillable(version: KernelVersion) throws {
    let bench = try Bench(version)
    let queue = WaitQueue()
    let insmod = try bench.startLoading { module in await module.sleepOn(queue) }
    #expect(insmod.state == .uninterruptible)
    for signal in [Signal.SIGTERM, Signal.SIGKILL] {
      try bench.kernel.sendSignal(signal, to: insmod)
      bench.pass(ticks: 5)
      #expect(insmod.exitStatus == nil)
    }
    #expect(insmod.state == .uninterruptible)
  }

  @Test(
    "wake_up_process of somebody on his way into schedule(): he goes on at once (SEMANTICS 7: wake_up_process)"
  )
  func onTheWay() throws {
    let bench = try Bench(.v2_6)
    var isOver = false
    try bench.load { module in
      guard let current = module.current else { return }
      let entry = WaitEntry()
      let queue = WaitQueue()
      module.prepareToWait(queue, entry)
      module.wakeUpProcess(current)
      await module.schedule()
      module.finishWait(queue, entry)
      isOver = true
    }
    #expect(isOver)
  }

  @Test(
    "complete wakes one; of two who wait the other goes on sleeping (SEMANTICS 7: complete)",
    arguments: [KernelVersion.v2_4, .v2_6])
  func completesOne(version: KernelVersion) throws {
    let bench = try Bench(version)
    var woken = 0
    try bench.load { module async throws(Errno) in
      let completion = Completion()
      for _ in 0..<2 {
        try module.kernelThread {
          await module.waitForCompletion(completion)
          woken += 1
          return 0
        }
      }
      await module.scheduleTimeout(3)
      module.complete(completion)
      await module.scheduleTimeout(3)
    }
    #expect(woken == 1)
  }

  @Test(
    "interruptible_sleep_on says nothing of a signal: it just returns (SEMANTICS 7: interruptible_sleep_on)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func noIndication(version: KernelVersion) throws {
    let bench = try Bench(version)
    var events: [String] = []
    let insmod = try bench.startLoading { module in
      await module.interruptibleSleepOn(WaitQueue())
      events.append(module.signalPending ? "signal" : "woken")
    }
    #expect(insmod.state == .interruptible)
    try bench.kernel.sendSignal(Signal.SIGTERM, to: insmod)
    bench.pass(ticks: 3)
    #expect(events == ["signal"])
  }

  @Test(
    "a semaphore counts: as many get in as there are, and up lets in the next (SEMANTICS 7: down/up)",
    arguments: KernelVersion.all)
  func semaphore(version: KernelVersion) throws {
    let bench = try Bench(version)
    var count = 0
    let semaphore = Semaphore(count: 2)
    for index in 0..<3 {
      try bench.startLoading("m\(index)") { module in
        await module.down(semaphore)
        count += 1
      }
    }
    #expect(count == 2)
    try bench.load("giver") { module in module.up(semaphore) }
    bench.pass(ticks: 3)
    #expect(count == 3)
    #expect(bench.kernel.bigKernelLockHolder == nil)
  }
}
