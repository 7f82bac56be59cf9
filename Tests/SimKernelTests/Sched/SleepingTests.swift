import Testing

@testable import SimKernel

@Suite("Sleeping and waking, by generation") struct SleepingTests {
  @Test(
    "2.2: after the last waiter has gone the queue is not null, and nobody is on it (SEMANTICS 7: waitqueue_active)"
  )
  func ring() throws {
    let bench = try Bench(.v2_2)
    let queue = WaitQueue()
    var states: [Bool] = []
    try bench.load { module in
      states += [module.isNull(queue), module.waitQueueActive(queue)]
      module.queueTask(
        TaskQueueEntry("waker") {
          states += [module.isNull(queue), module.waitQueueActive(queue)]
          module.wakeUp(queue)
        }, on: .timer)
      await module.sleepOn(queue)
      states += [module.isNull(queue), module.waitQueueActive(queue)]
    }
    bench.pass(ticks: 3)
    #expect(states == [true, false, false, true, false, false])
  }

  @Test(
    "2.2: whoever leaves the middle of the ring leaves the others in it (SEMANTICS 7: sleep_on)")
  func ringOfThree() throws {
    let bench = try Bench(.v2_2)
    let queue = WaitQueue()
    var woken: [String] = []
    try bench.load { module async throws(Errno) in
      for (name, isInterruptible) in [("a", false), ("b", true), ("c", false)] {
        try module.kernelThread {
          if isInterruptible {
            await module.interruptibleSleepOn(queue)
          } else {
            await module.sleepOn(queue)
          }
          woken.append(name)
          return 0
        }
      }
      await module.scheduleTimeout(2)
      module.wakeUpInterruptible(queue)
      await module.scheduleTimeout(2)
      #expect(woken == ["b"])
      module.wakeUp(queue)
      await module.scheduleTimeout(2)
    }
    // The newest is the first in the ring.
    #expect(woken == ["b", "c", "a"])
  }

  @Test(
    "a sleep with a limit says what was left of it (SEMANTICS 7: …_timeout)",
    arguments: [
      KernelVersion.v2_2, .v2_4, .v2_6,
    ])
  func timeouts(version: KernelVersion) throws {
    let bench = try Bench(version)
    let queue = WaitQueue()
    var left: [Int] = []
    try bench.load { module async throws(Errno) in
      left.append(await module.sleepOnTimeout(queue, 5))
      try module.kernelThread {
        await module.scheduleTimeout(3)
        module.wakeUp(queue)
        return 0
      }
      left.append(await module.interruptibleSleepOnTimeout(queue, 10))
    }
    bench.pass(ticks: 20)
    #expect(left.first == 0)
    #expect(left.last == 7)
  }

  @Test("6.1 has no sleep_on, 2.2 no wait_event (SEMANTICS 7)")
  func missing() throws {
    let bench = try Bench(.v6_1)
    try bench.load { await $0.sleepOn(WaitQueue()) }
    #expect(bench.log.contains("sleep_on: Linux 6.1.0-56-amd64 has no such call"))
    let old = try Bench(.v2_2)
    try old.load { await $0.waitEvent(WaitQueue()) { false } }
    #expect(old.log.contains("wait_event: Linux 2.2.1 has no such call"))
  }

  @Test(
    "wait_event_interruptible ends with ERESTARTSYS where a signal comes (SEMANTICS 7: wait_event)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1])
  func signals(version: KernelVersion) throws {
    let bench = try Bench(version)
    var result: Errno?
    let process = try bench.start { _ async throws(Errno) in }
    _ = process
    try bench.load { module async throws(Errno) in
      if let current = module.current { try bench.kernel.sendSignal(Signal.SIGKILL, to: current) }
      do throws(Errno) { try await module.waitEventInterruptible(WaitQueue()) { false } } catch {
        result = error
      }
    }
    #expect(result == .ERESTARTSYS)
  }

  @Test(
    "wake_up wakes everybody who shares, and one of those who do not (SEMANTICS 7: wake_up, exclusive)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1])
  func exclusive(version: KernelVersion) throws {
    let bench = try Bench(version)
    let semaphore = Semaphore(count: 0)
    var count = 0
    try bench.load { module async throws(Errno) in
      for _ in 0..<3 {
        let body: () async -> Int = {
          await module.down(semaphore)
          count += 1
          return 0
        }
        if version == .v2_4 {
          try module.kernelThread(body)
        } else {
          _ = try module.kthreadRun("t", body)
        }
      }
      await module.scheduleTimeout(2)
      module.up(semaphore)
      await module.scheduleTimeout(2)
      #expect(count == 1)
      let asleep = bench.kernel.processTable.filter { $0.state == .uninterruptible }
      #expect(asleep.count == 2)
      module.up(semaphore)
      module.up(semaphore)
      await module.scheduleTimeout(2)
    }
    bench.pass(ticks: 10)
    #expect(count == 3)
  }

  @Test(
    "prepare_to_wait and finish_wait, by hand (SEMANTICS 7: prepare_to_wait)",
    arguments: [KernelVersion.v2_6, .v6_1])
  func byHand(version: KernelVersion) throws {
    let bench = try Bench(version)
    let queue = WaitQueue()
    var isReady = false
    try bench.load { module async throws(Errno) in
      _ = try module.kthreadRun("waker") {
        isReady = true
        module.wakeUp(queue)
        return 0
      }
      let entry = WaitEntry()
      while true {
        module.prepareToWait(queue, entry)
        if isReady { break }
        await module.schedule()
      }
      module.finishWait(queue, entry)
      #expect(!module.waitQueueActive(queue))
    }
    #expect(isReady)
  }

  @Test(
    "a completion is not lost, whoever comes first (SEMANTICS 7: complete)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1], [false, true])
  func completion(version: KernelVersion, isEarly: Bool) throws {
    let bench = try Bench(version)
    var isOver = false
    try bench.load { module async throws(Errno) in
      let completion = Completion()
      if isEarly {
        module.complete(completion)
      } else {
        let timer = KernelTimer("timer") { module.complete(completion) }
        module.modTimer(timer, expires: module.jiffies + 3)
      }
      await module.waitForCompletion(completion)
      isOver = true
    }
    #expect(isOver)
  }

  @Test(
    "down_interruptible ends with EINTR where a signal comes (SEMANTICS 7: down/up)",
    arguments: KernelVersion.all)
  func downInterruptible(version: KernelVersion) throws {
    let bench = try Bench(version)
    var result: Errno?
    try bench.load { module async throws(Errno) in
      if let current = module.current { try bench.kernel.sendSignal(Signal.SIGKILL, to: current) }
      do throws(Errno) { try await module.downInterruptible(Semaphore(count: 0)) } catch {
        result = error
      }
    }
    #expect(result == .EINTR)
  }

  @Test(
    "wake_up_process wakes whoever sleeps without a queue (SEMANTICS 7: wake_up_process)",
    arguments: KernelVersion.all)
  func wakeProcess(version: KernelVersion) throws {
    let bench = try Bench(version)
    var left: Int?
    try bench.load { module async throws(Errno) in
      guard let sleeper = module.current else { return }
      let timer = KernelTimer("timer") { module.wakeUpProcess(sleeper) }
      module.modTimer(timer, expires: module.jiffies + 3)
      left = await module.scheduleTimeout(100)
    }
    #expect(left == (version == .v6_1 ? 96 : 97))
  }

  @Test(
    "schedule lets whoever has a signal and sleeps interruptibly run on (SEMANTICS 7: schedule)")
  func scheduleWithSignal() throws {
    let bench = try Bench(.v2_6)
    var isOver = false
    try bench.load { module async throws(Errno) in
      guard let current = module.current else { return }
      try bench.kernel.sendSignal(Signal.SIGKILL, to: current)
      module.prepareToWait(WaitQueue(), WaitEntry(), interruptible: true)
      await module.schedule()
      isOver = true
    }
    #expect(isOver)
  }
}
