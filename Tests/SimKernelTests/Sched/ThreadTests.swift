import Testing

@testable import SimKernel

@Suite("Kernel threads") struct ThreadTests {
  /// A module whose thread runs until it is told to stop, if it looks.
  private func load(
    _ version: KernelVersion, looks: Bool = true, stops: Bool = true
  ) throws -> (Bench, () -> Int?) {
    let bench = try Bench(version)
    var thread: KernelThread?
    var result: Int?
    try bench.load { module async throws(Errno) in
      thread = try module.kthreadRun("kth_thr") {
        while !looks || !module.kthreadShouldStop { await module.msleep(100) }
        return 42
      }
    } cleanUp: { module in
      if stops, let thread { result = await module.kthreadStop(thread) }
      thread = nil
    }
    bench.pass(ticks: 5)
    return (bench, { result })
  }

  @Test(
    "kthread_stop waits for the thread and gives what it returned (linux-6.1 README 6b)",
    arguments: [KernelVersion.v2_6, .v6_1])
  func stop(version: KernelVersion) throws {
    let (bench, result) = try load(version)
    #expect(bench.kernel.processTable.contains { $0.name == "kth_thr" })
    #expect(try bench.unload() == nil)
    #expect(result() == 42)
    #expect(!bench.kernel.processTable.contains { $0.name == "kth_thr" })
  }

  @Test(
    "a thread that was not stopped dies at its next return (linux-6.1 README 6a)",
    arguments: [KernelVersion.v2_6, .v6_1])
  func forgotten(version: KernelVersion) throws {
    let (bench, _) = try load(version, stops: false)
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 100)
    #expect(bench.faults.count == 1)
    #expect(!bench.kernel.isPanicked)
    #expect(!bench.kernel.processTable.contains { $0.name == "kth_thr" })
  }

  @Test("a thread that never looks: rmmod stays in D, and khungtaskd says so (linux-6.1 README 6c)")
  func hang() throws {
    let (bench, _) = try load(.v6_1, looks: false)
    bench.kernel.deferred.hungTaskSeconds = 10
    bench.kernel.trace.isEnabled = false
    let remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.deleteModule("test")
    }
    bench.pass(ticks: 10)
    #expect(remover.state == .uninterruptible)
    #expect(remover.sleepingIn == "kthread_stop")
    try bench.kernel.sendSignal(Signal.SIGKILL, to: remover)
    bench.pass(ticks: 31 * 250)
    #expect(remover.exitStatus == nil)
    let reports = bench.log.filter { $0.hasPrefix("INFO: task ") }
    #expect(
      reports == [
        "INFO: task rmmod:\(remover.pid) blocked for more than 10 seconds.",
        "INFO: task rmmod:\(remover.pid) blocked for more than 20 seconds.",
      ])
  }

  @Test(
    "a thread of 2.4 has its starter's name until it calls daemonize (SEMANTICS 9.1: kernel thread)",
    arguments: [KernelVersion.v2_2, .v2_4])
  func daemonize(version: KernelVersion) throws {
    let bench = try Bench(version)
    var names: [String] = []
    try bench.load { module async throws(Errno) in
      try module.kernelThread {
        names.append(bench.kernel.current.name)
        module.daemonize("mythread")
        names.append(bench.kernel.current.name)
        return 0
      }
      await module.scheduleTimeout(2)
    }
    #expect(names == ["program", "mythread"])
  }

  @Test("module_put_and_exit ends a thread outside the module (2.6 on)")
  func putAndExit() throws {
    let bench = try Bench(.v2_6)
    try bench.load { module async throws(Errno) in
      module.modIncUseCount()
      _ = try module.kthreadRun("thread") {
        await module.modulePutAndExit(0)
        return 1
      }
    }
    bench.pass(ticks: 3)
    #expect(!bench.kernel.processTable.contains { $0.name == "thread" })
    #expect(try bench.unload() == nil)
    #expect(bench.faults.isEmpty)
  }
}
