import Testing

@testable import SimKernel

@Suite("Timers left behind") struct StaleTimerTests {
  /// A module that goes and leaves its timer armed.
  private func leave(_ version: KernelVersion, onHeap: Bool, expires: Int = 10) throws -> Bench {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      let timer = KernelTimer("tick") {}
      module.modTimer(
        onHeap ? try module.kmalloc(timer) : timer, expires: module.jiffies + expires)
    }
    #expect(try bench.unload() == nil)
    return bench
  }

  @Test(
    "a static timer: 2.2 and 2.4 read the hole, 2.6 and 6.1 write into it (linux-6.1 README 3a)",
    arguments: [
      (KernelVersion.v2_2, false, "timer_bh"), (.v2_4, false, "timer_bh"),
      (.v2_6, true, "run_timer_softirq"), (.v6_1, true, "__run_timers"),
    ])
  func staticTimer(version: KernelVersion, isWrite: Bool, function: String) throws {
    let bench = try leave(version, onHeap: false)
    #expect(bench.pass(ticks: 30) == .panicked)
    #expect(bench.faults.map(\.isWrite) == [isWrite])
    #expect(bench.faults.map(\.function) == [function])
  }

  @Test(
    "a timer on the heap: only the call faults (linux-6.1 README 3b)", arguments: KernelVersion.all)
  func heapTimer(version: KernelVersion) throws {
    let bench = try leave(version, onHeap: true)
    #expect(bench.pass(ticks: 30) == .panicked)
    // 2.2 faults once more while it prints the code that is not there (9.2).
    #expect(bench.faults.map(\.isWrite) == (version == .v2_2 ? [false, false] : [false]))
    let caller = [
      KernelVersion.v2_2: "timer_bh", .v2_4: "timer_bh", .v2_6: "run_timer_softirq",
      .v6_1: "call_timer_fn",
    ][version]
    #expect(bench.faults.first?.function == caller)
  }

  @Test("6.1: another timer in the same bucket writes into the hole first (linux-6.1 README 3a)")
  func enqueue() throws {
    let bench = try leave(.v6_1, onHeap: false, expires: 20)
    // The removal took a while; the sleep ends when the timer was to expire.
    let left = 20 + (try Bench(.v6_1).kernel.jiffies) - bench.kernel.jiffies
    try bench.run { system async throws(Errno) in try await system.sleep(ticks: left) }
    #expect(bench.faults.map(\.isWrite) == [true])
    #expect(bench.faults.map(\.function) == ["enqueue_timer"])
  }

  @Test(
    "del_timer_sync waits until the handler has returned, on whatever processor (SEMANTICS 6: del_timer_sync)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1])
  func sync(version: KernelVersion) throws {
    let bench = try unloadWhileRunning(version) { module, timer in
      await module.delTimerSync(timer)
    }
    #expect(bench.kernel.panicText == nil)
    #expect(bench.module() == nil)
    let returned = bench.kernel.trace.records.last {
      $0.event == .returned(function: "tick", module: "test")
    }
    let unmapped = bench.kernel.trace.records.first {
      if case .unmapped = $0.event { true } else { false }
    }
    #expect(try #require(returned).sequence < #require(unmapped).sequence)
  }

  @Test(
    "del_timer does not wait: the handler returns into a hole (SEMANTICS 6: del_timer)",
    arguments: KernelVersion.all)
  func race(version: KernelVersion) throws {
    let bench = try unloadWhileRunning(version) { module, timer in module.delTimer(timer) ? 1 : 0 }
    // From 2.6 on the pages go only when no processor is in a handler any more: after the machine was
    // stopped (2.6.24), or after a grace period (6.1).
    #expect(bench.kernel.isPanicked == version.loader.isUseCount)
  }

  /// Removes a module while its timer's handler is busy on the other processor.
  private func unloadWhileRunning(
    _ version: KernelVersion, _ delete: @escaping (Puppet, KernelTimer) async -> Int
  ) throws -> Bench {
    let bench = try Bench(version, mode: SchedulingMode(processors: 2))
    var timer: KernelTimer?
    var remover: SimKernel.Process?
    try bench.load { module in
      let created = KernelTimer("tick") {
        if let remover { module.wakeUpProcess(remover) }
        module.mdelay(300)
      }
      timer = created
      module.modTimer(created, expires: module.jiffies + 5)
    } cleanUp: { module in
      if let timer { _ = await delete(module, timer) }
    }
    remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.pause()
      try await system.deleteModule("test")
    }
    bench.pass(ticks: 200)
    remover = nil
    return bench
  }
}
