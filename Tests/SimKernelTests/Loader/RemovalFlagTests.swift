import Testing

@testable import SimKernel

@Suite("delete_module since 2.5.48: flags, signals and builds") struct RemovalFlagTests {
  /// Takes a reference to a module from outside.
  private func hold(_ bench: Bench) throws {
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in _ = try kernel.tryGetModule(at: header) }
  }

  @Test(
    "a name that cannot be read is EFAULT, after the capability and before anything else (SEMANTICS 3.2 row 1, row 2)",
    arguments: [KernelVersion.v2_6, .v6_1])
  func name(version: KernelVersion) throws {
    let bench = try Bench(version)
    #expect(
      try bench.errno { system async throws(Errno) in try await system.deleteModule(nil) }
        == .EFAULT)
    #expect(
      try bench.errno { system async throws(Errno) in
        try await system.setUserID(99)
        try await system.deleteModule(nil)
      } == .EPERM)
  }

  @Test(
    "a signal ends the wait for module_mutex with EINTR, in either call (SEMANTICS 3.2 row 3, SEMANTICS 3.2: init_module)"
  )
  func signal() throws {
    // 2.6.0 keeps the mutex while exit runs.
    let bench = try Bench(.v2_6_0)
    try bench.load { _ in
    } cleanUp: { module in
      await module.scheduleTimeout(200)
    }
    try bench.startUnloading()
    var seen: Errno?
    func interrupt(_ process: SimKernel.Process) throws -> Errno? {
      bench.pass(ticks: 2)
      #expect(process.state == .interruptible)
      try bench.kernel.sendSignal(Signal.SIGTERM, to: process)
      bench.pass(ticks: 2)
      return seen
    }
    // A program that catches no signal does not live to see the errno.
    func note(_ error: Trap) -> Trap {
      if case .errno(let errno) = error { seen = errno }
      return error
    }
    let loader = bench.kernel.version.loader
    let removing = try bench.start { system async throws(Errno) in
      try await system.call(.sysDeleteModule) { () async throws(Trap) in
        do throws(Trap) {
          try await loader.remove("other", flags: .nonBlocking, on: system.kernel)
        } catch { throw note(error) }
      }
    }
    #expect(try interrupt(removing) == .EINTR)
    seen = nil
    let image = ModuleImage(name: "other", type: Empty.self)
    let loading = try bench.start { system async throws(Errno) in
      try await system.call(.sysInitModule) { () async throws(Trap) in
        do throws(Trap) {
          try await loader.load(image, arguments: "", flags: [], on: system.kernel)
        } catch { throw note(error) }
      }
    }
    #expect(try interrupt(loading) == .EINTR)
    #expect([removing.exitStatus, loading.exitStatus] == [Signal.SIGTERM, Signal.SIGTERM])
    bench.pass(ticks: 300)
    #expect(bench.kernel.modules.isEmpty)
  }

  @Test(
    "force is F at first, R in 2.6.24; O_NONBLOCK alone changes nothing (SEMANTICS 3.2: flag bits, SEMANTICS 9.2: taint letters)",
    arguments: [(KernelVersion.v2_5_5x, 2), (.v2_6_0, 2), (.v2_6, 8)])
  func taint(version: KernelVersion, expected: Int) throws {
    let bench = try Bench(version)
    try bench.load()
    try hold(bench)
    #expect(try bench.unload("test", .nonBlocking) == .EAGAIN)
    #expect(bench.kernel.taint.flags.rawValue == 0)
    #expect(try bench.unload("test", [.nonBlocking, .force]) == nil)
    #expect(Int(bench.kernel.taint.flags.rawValue) == expected)
  }

  @Test(
    "who asks to wait does not where nobody uses the module (SEMANTICS 3.2 variants: wait when count already 0)",
    arguments: [KernelVersion.v2_5_5x, .v2_6_0, .v2_6])
  func noWait(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load()
    let ticks = bench.kernel.jiffies
    #expect(try bench.unload() == nil)
    #expect(bench.kernel.jiffies - ticks <= 1)
  }

  @Test(
    "used modules refuse before their state or flags are looked at (SEMANTICS 3.2 row 4, row 5)",
    arguments: [KernelVersion.v2_6_0, .v2_6, .v6_1])
  func users(version: KernelVersion) throws {
    let bench = try Bench(version)
    #expect(try bench.unload("gone", [.nonBlocking, .force]) == .ENOENT)
    try Puppet.$linking.withValue(.init(exports: ["alpha"])) { _ = try bench.load("a") }
    try Puppet.$linking.withValue(.init(imports: ["alpha"])) { _ = try bench.load("b") }
    for flags in [RemovalFlags.nonBlocking, [], [.nonBlocking, .force]] {
      #expect(try bench.unload("a", flags) == .EAGAIN)
    }
    #expect(bench.kernel.taint.flags.isEmpty)
    #expect(try bench.unload("b") == nil)
    #expect(try bench.unload("a") == nil)
  }

  @Test(
    "the machine stops only when no other processor holds preemption off (SEMANTICS 3.2: stop machine)"
  )
  func stopMachine() throws {
    let bench = try Bench(.v2_6, mode: SchedulingMode(processors: 2, isPreemptible: true))
    try bench.load("victim")
    var events: [String] = []
    var remover: SimKernel.Process?
    try bench.load { module async throws(Errno) in
      _ = try module.kthreadRun("busy") {
        let lock = SpinLock()
        module.spinLock(lock)
        if let remover { module.wakeUpProcess(remover) }
        module.mdelay(100)
        events.append("lets go")
        module.spinUnlock(lock)
        return 0
      }
    }
    remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.deleteModule("victim")
      events.append("removed")
    }
    bench.pass(ticks: 100)
    #expect(events == ["lets go", "removed"])
  }

  @Test(
    "a kernel without CONFIG_MODULE_UNLOAD counts nothing and removes nothing (SEMANTICS 5.1: 2.6 without unloading)"
  )
  func withoutUnloading() throws {
    var version = KernelVersion.v2_6
    version.configuration.unloadsModules = false
    let bench = try Bench(version)
    try bench.load()
    try hold(bench)
    #expect(try bench.line()?.wholeMatch(of: /test \d+ - - Live ADDRESS/) != nil)
    #expect(try bench.unload() == .ENOSYS)
    #expect(bench.references() == 0)
    let errno = try bench.errno { system async throws(Errno) in
      var image = ModuleImage(name: "other", type: Empty.self)
      image.magic = .replacing("SMP ", with: "")
      try await system.initModule(image)
    }
    #expect(errno == .ENOEXEC)
    #expect(
      bench.log.last == "other: version magic '2.6.24 686 ' should be '2.6.24 SMP 686 '")
  }
}
