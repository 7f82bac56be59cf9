import Testing

@testable import SimKernel

@Suite("Removal in two stages") struct TwoStageTests {
  /// A machine with a driver whose device is `/dev/test`.
  private func bench(_ script: TwoStagePuppet.Script = .init()) throws -> Bench {
    let bench = try Bench(.twoStage)
    let errno = try TwoStagePuppet.$script.withValue(script) { try bench.load(TwoStagePuppet.self) }
    #expect(errno == nil)
    try bench.run { system async throws(Errno) in
      try await system.mknod("/dev/test", major: 240, minor: 0)
    }
    return bench
  }

  private func puppet(_ bench: Bench) throws -> TwoStagePuppet {
    try #require(bench.module()?.instance as? TwoStagePuppet)
  }

  /// Opens the device, and keeps it open for some ticks.
  private func open(
    _ bench: Bench, ticks: Int, at path: String = "/dev/test"
  ) throws -> SimKernel.Process {
    let process = try bench.start("reader") { system async throws(Errno) in
      let descriptor = try await system.open(path)
      try await system.sleep(ticks: ticks)
      try await system.close(descriptor)
    }
    bench.pass(ticks: 2)
    return process
  }

  @Test(
    "a module that nobody uses is unregistered, then destroyed, and gone (SEMANTICS 11, Zippel)")
  func idle() throws {
    let bench = try bench()
    let puppet = try puppet(bench)
    #expect(try bench.unload() == nil)
    #expect(puppet.calls == ["init", "deactivate", "destroy"])
    #expect(bench.module() == nil)
  }

  @Test("one that is in use is live again, and the remover gets EBUSY (SEMANTICS 11, Zippel)")
  func busy() throws {
    let bench = try bench()
    let reader = try open(bench, ticks: 50)
    let puppet = try puppet(bench)
    #expect(try bench.unload("test", .nonBlocking) == .EBUSY)
    #expect(puppet.calls == ["init", "deactivate", "reactivate"])
    #expect(try bench.line()?.contains("Live") == true)
    // New users are let in again.
    #expect(try open(bench, ticks: 0).exitStatus == 0)
    bench.pass(ticks: 60)
    #expect(reader.exitStatus == 0)
    #expect(try bench.unload("test", .nonBlocking) == nil)
  }

  @Test(
    "a remover who waits: nobody new gets in, the last to leave ends it (SEMANTICS 11, Almesberger)"
  )
  func waits() throws {
    let bench = try bench()
    let reader = try open(bench, ticks: 50)
    let rmmod = try bench.startUnloading()
    #expect(rmmod.exitStatus == nil)
    // A device file that is open leads to its cdev without a look-up; another one does not.
    try bench.mknod(240, at: "/dev/late")
    let late = try open(bench, ticks: 1, at: "/dev/late")
    #expect(bench.errno(of: late) == .ENXIO)
    bench.pass(ticks: 60)
    #expect(reader.exitStatus == 0)
    #expect(rmmod.exitStatus == 0)
    #expect(bench.module() == nil)
  }

  @Test("a call that is asleep in the module keeps it, counted or not (return after removal)")
  func runningCall() throws {
    let bench = try bench(.init(isOwned: false, sleepsInOpen: 50))
    let reader = try open(bench, ticks: 1)
    let rmmod = try bench.startUnloading()
    #expect(rmmod.exitStatus == nil)
    #expect(try bench.line()?.contains(" 0 - Live") == true)
    bench.pass(ticks: 52)
    #expect(rmmod.exitStatus == 0)
    #expect(bench.errno(of: reader) == .EBUSY)
    #expect(bench.log.isEmpty)
  }

  @Test("the remover is not frozen: a signal ends the wait, and the module is live again")
  func interrupted() throws {
    let bench = try bench()
    _ = try open(bench, ticks: 50)
    let puppet = try puppet(bench)
    let rmmod = try bench.startUnloading()
    try bench.run { system async throws(Errno) in
      try await system.kill(rmmod.pid, Signal.SIGINT)
    }
    bench.pass(ticks: 5)
    #expect(rmmod.exitStatus == Signal.SIGINT)
    #expect(puppet.calls == ["init", "deactivate", "reactivate"])
    #expect(try bench.line()?.contains(" 2 - Live") == true)
  }

  @Test("one that cannot be put back is destroyed when the last reference goes")
  func deferred() throws {
    let bench = try bench(.init(failsToReactivate: true))
    let reader = try open(bench, ticks: 50)
    let puppet = try puppet(bench)
    #expect(try bench.unload("test", .nonBlocking) == .EBUSY)
    #expect(try bench.unload("test", .nonBlocking) == .EBUSY)
    bench.pass(ticks: 60)
    #expect(reader.exitStatus == 0)
    #expect(puppet.calls == ["init", "deactivate", "reactivate", "destroy"])
    #expect(bench.module() == nil)
  }

  @Test(
    "the remover sleeps until what it waits for changes: it is woken as often as somebody leaves",
    arguments: [true, false])
  func sleeps(isOwned: Bool) throws {
    let bench = try bench(.init(isOwned: isOwned, sleepsInOpen: isOwned ? 0 : 500))
    let reader = try open(bench, ticks: 500)
    let rmmod = try bench.startUnloading()
    bench.pass(ticks: 400)
    #expect(rmmod.state == .interruptible)
    bench.pass(ticks: 200)
    #expect(reader.exitStatus != nil)
    #expect(rmmod.exitStatus == 0)
    let wakings = bench.kernel.trace.records.count { record in
      if case .woken(rmmod.pid) = record.event { true } else { false }
    }
    #expect(wakings < 4)
  }

  @Test("the module's thread is reaped: what it is told when all goes, it may take its time over")
  func thread() throws {
    let bench = try bench(.init(hasThread: true))
    let puppet = try puppet(bench)
    let rmmod = try bench.startUnloading()
    #expect(rmmod.state == .uninterruptible)
    bench.pass(ticks: 100)
    #expect(rmmod.exitStatus == 0)
    #expect(puppet.calls == ["init", "deactivate", "destroy", "thread"])
    #expect(bench.faults.isEmpty)
    #expect(bench.module() == nil)
  }

  @Test("stage one may refuse, and then nothing has happened (Zippel: unregister returns EBUSY)")
  func refuses() throws {
    let bench = try bench(.init(refuses: true))
    let puppet = try puppet(bench)
    #expect(try bench.unload() == .EBUSY)
    #expect(puppet.calls == ["init", "deactivate"])
    #expect(try bench.line()?.contains("Live") == true)
    #expect(try open(bench, ticks: 0).exitStatus == 0)
  }

  @Test("modules that have no two stages are removed as in 2.6.24")
  func ordinary() throws {
    let bench = try Bench(.twoStage)
    var cleanups = 0
    try bench.load("plain") { _ in
    } cleanUp: { _ in
      cleanups += 1
    }
    #expect(try bench.unload("plain") == nil)
    #expect(cleanups == 1)
    #expect(try bench.unload("plain") == .ENOENT)
  }
}

/// A driver in two stages that notes what is asked of it.
private final class TwoStagePuppet: TwoStageModule {
  /// What the test wants of it.
  struct Script {
    var isOwned = true
    var sleepsInOpen = 0
    var refuses = false
    var failsToReactivate = false
    var hasThread = false
  }

  @TaskLocal static var script = Script()
  private let script = TwoStagePuppet.script
  private(set) var calls: [String] = []
  private lazy var operations = FileOperations(
    owner: script.isOwned ? self : nil,
    open: { _, _ async throws(Errno) in
      guard self.script.sleepsInOpen > 0 else { return }
      await self.scheduleTimeout(self.script.sleepsInOpen)
      throw .EBUSY
    })

  func initModule() async throws(Errno) {
    calls.append("init")
    try registerChrdev(240, "test", operations)
    guard script.hasThread else { return }
    _ = try kernelThread {
      while !self.calls.contains("destroy") { await self.scheduleTimeout(7) }
      await self.scheduleTimeout(20)
      self.calls.append("thread")
      return 0
    }
  }

  func deactivate() async throws(Errno) {
    calls.append("deactivate")
    if script.refuses { throw .EBUSY }
    try unregisterChrdev(240, "test")
  }

  func reactivate() async throws(Errno) {
    calls.append("reactivate")
    if script.failsToReactivate { throw .EBUSY }
    try registerChrdev(240, "test", operations)
  }

  func destroy() async { calls.append("destroy") }
}
