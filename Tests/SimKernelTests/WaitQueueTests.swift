import Testing

@testable import SimKernel

/// Lets the timer interrupt come at places that a test names, once each.
private struct InterruptAt: SchedulePolicy {
  var places: [String]
  private var isDue = false
  init(places: [String]) { self.places = places }
  mutating func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int {
    guard isDue, let tick = choices.firstIndex(of: .tick(cpu: 0)) else { return 0 }
    isDue = false
    return tick
  }
  mutating func pauses(at step: ScheduleStep) -> Bool {
    guard let index = places.firstIndex(of: step.place) else { return false }
    places.remove(at: index)
    isDue = true
    return true
  }
}

@Suite("Wait queues") struct WaitQueueTests {
  /// A driver on whose queue readers sleep as the test says.
  private func sleepers(
    _ bench: Bench, _ queue: WaitQueue, names: [String],
    _ sleep: @escaping (Puppet) async -> Void
  ) throws -> [SimKernel.Process] {
    try bench.loadDriver { module in
      FileOperations(
        read: { _, _ in
          await sleep(module)
          return 0
        },
        write: { _, buffer in
          #expect(module.waitQueueActive(queue))
          module.wakeUp(queue)
          return buffer.count
        })
    }
    let processes = try names.map { name in
      try bench.start(name) { system async throws(Errno) in
        _ = try await system.read(try await system.open("/dev/test"), count: 1)
      }
    }
    bench.pass(ticks: 2)
    return processes
  }

  private func wakeUp(_ bench: Bench) throws {
    try bench.run("waker") { system async throws(Errno) in
      try await system.write(try await system.open("/dev/test", .writeOnly), [1])
    }
  }

  @Test(
    "a wake-up wakes everybody on the queue, the newest first, and nobody twice (SEMANTICS 7: wake_up)"
  )
  func wakesAll() throws {
    let bench = try Bench()
    let queue = WaitQueue()
    let processes = try sleepers(bench, queue, names: ["a", "b"]) { await $0.sleepOn(queue) }
    #expect(processes.map(\.state) == [.uninterruptible, .uninterruptible])
    try wakeUp(bench)
    bench.pass(ticks: 2)
    #expect(processes.map(\.exitStatus) == [0, 0])
    let woken = bench.kernel.trace.records.compactMap { record in
      if case .woken(let pid) = record.event { pid } else { nil }
    }
    #expect(woken.filter { processes.map(\.pid).contains($0) } == processes.map(\.pid).reversed())
  }

  @Test(
    "a signal ends an interruptible sleep and no other (SEMANTICS 7: interruptible_sleep_on, D)",
    arguments: [true, false])
  func signals(interruptible: Bool) throws {
    let bench = try Bench()
    let queue = WaitQueue()
    let processes = try sleepers(bench, queue, names: ["a"]) { module in
      if interruptible {
        await module.interruptibleSleepOn(queue)
      } else {
        await module.sleepOn(queue)
      }
    }
    let process = try #require(processes.first)
    try bench.kernel.sendSignal(Signal.SIGKILL, to: process)
    bench.pass(ticks: 2)
    #expect((process.exitStatus == Signal.SIGKILL) == interruptible)
    #expect((process.state == .uninterruptible) == !interruptible)
    guard !interruptible else { return }
    // The signal is not lost: it ends the process once somebody wakes it.
    try wakeUp(bench)
    bench.pass(ticks: 2)
    #expect(process.exitStatus == Signal.SIGKILL)
  }

  @Test("a wake-up that comes before the sleeper is on the queue is lost (SEMANTICS 7: sleep_on)")
  func lostWakeUp() throws {
    for (place, isLost) in [("sleep_on: before it is on the queue", true), ("nowhere", false)] {
      let bench = try Bench(policy: InterruptAt(places: [place]))
      let queue = WaitQueue()
      try bench.load { module in
        module.queueTask(TaskQueueEntry("waker") { module.wakeUp(queue) }, on: .timer)
      } cleanUp: { module in
        module.queueTask(TaskQueueEntry("waker") { module.wakeUp(queue) }, on: .timer)
        await module.sleepOn(queue)
      }
      bench.pass(ticks: 2)
      let outcome = try bench.run("rmmod") { system async throws(Errno) in
        try await system.deleteModule("test")
      }
      #expect(outcome == (isLost ? .stuck : .finished))
      #expect((bench.module() != nil) == isLost)
      if isLost {
        #expect(try bench.contents(of: "/proc/modules")?.hasSuffix(" (deleted)\n") == true)
      }
    }
  }

  @Test("wait_event loses no wake-up, wherever the interrupt comes (SEMANTICS 7: wait_event)")
  func waitEvent() throws {
    for place in ["wait_event: after the test, before schedule", "nowhere"] {
      let bench = try Bench(policy: InterruptAt(places: [place]))
      let queue = WaitQueue()
      var isDone = false
      try bench.load { _ in
      } cleanUp: { module in
        let task = TaskQueueEntry("waker") {
          isDone = true
          module.wakeUp(queue)
        }
        module.queueTask(task, on: .timer)
        await module.waitEvent(queue) { isDone }
      }
      #expect(try bench.unload() == nil)
      #expect(bench.module() == nil)
    }
  }

  @Test(
    "wait_event sleeps again where the condition does not hold yet, and not at all where it does (SEMANTICS 7: wait_event)"
  )
  func waitEventAgain() throws {
    let bench = try Bench()
    let queue = WaitQueue()
    var isReady = false
    let processes = try sleepers(bench, queue, names: ["a"]) { module in
      await module.waitEvent(queue) { isReady }
    }
    try wakeUp(bench)
    bench.pass(ticks: 2)
    #expect(processes.first?.exitStatus == nil)
    isReady = true
    try wakeUp(bench)
    bench.pass(ticks: 2)
    #expect(processes.first?.exitStatus == 0)
    let late = try bench.run { system async throws(Errno) in
      _ = try await system.read(try await system.open("/dev/test"), count: 1)
    }
    #expect(late == .finished)
  }

  @Test("a queue is active only while somebody sleeps on it")
  func active() throws {
    let bench = try Bench()
    var seen: Bool?
    try bench.load { module in seen = module.waitQueueActive(WaitQueue()) }
    #expect(seen == false)
  }

  @Test(
    "wake_up_interruptible leaves those who cannot be interrupted asleep (SEMANTICS 7: wake_up_interruptible)"
  )
  func wakeInterruptible() throws {
    let bench = try Bench()
    let queue = WaitQueue()
    try bench.load { module async throws(Errno) in
      try module.registerChrdev(
        240, "test",
        FileOperations(
          open: { _, _ in module.wakeUpInterruptible(queue) },
          read: { _, _ in
            await module.sleepOn(queue)
            return 0
          },
          write: { _, _ in
            await module.interruptibleSleepOn(queue)
            return 1
          }))
    }
    let processes = try [true, false].map { reads in
      try bench.start { system async throws(Errno) in
        if reads { try await system.mknod("/dev/test", major: 240, minor: 0) }
        let descriptor = try await system.open("/dev/test", .readWrite)
        if reads {
          _ = try await system.read(descriptor, count: 1)
        } else {
          try await system.write(descriptor, [1])
        }
      }
    }
    bench.pass(ticks: 2)
    try bench.run { system async throws(Errno) in _ = try await system.open("/dev/test") }
    bench.pass(ticks: 2)
    #expect(processes.map(\.exitStatus) == [nil, 0])
  }
}
