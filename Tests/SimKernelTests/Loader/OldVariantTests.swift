import Testing

@testable import SimKernel

@Suite("The first live-flag loaders") struct OldVariantTests {
  private func hold(_ bench: Bench) throws {
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in _ = try kernel.tryGetModule(at: header) }
  }

  @Test(
    "2.5.5x: by force, a module in use goes while its state still says live (SEMANTICS 3.2 variants: waiter)"
  )
  func forcedStaysLive() throws {
    for (version, expected) in [(KernelVersion.v2_5_5x, ModuleState.live), (.v2_6_0, .going)] {
      let bench = try Bench(version)
      var state: ModuleState?
      try bench.load { _ in
      } cleanUp: { module in
        state = module.thisModule?.state
      }
      try hold(bench)
      #expect(try bench.unload("test", [.force, .nonBlocking]) == nil)
      #expect(state == expected)
    }
  }

  @Test(
    "2.5.5x and 2.6.0 run exit with module_mutex held, 2.6.24 without (SEMANTICS 3.2 variants: exit)"
  )
  func exitUnderMutex() throws {
    for (version, isHeld) in [(KernelVersion.v2_5_5x, true), (.v2_6_0, true), (.v2_6, false)] {
      let bench = try Bench(version)
      try bench.load { _ in
      } cleanUp: { module in
        await module.scheduleTimeout(20)
      }
      try bench.startUnloading()
      let insmod = try bench.startLoading("other")
      #expect((insmod.exitStatus == nil) == isHeld)
      bench.pass(ticks: 30)
      #expect(insmod.exitStatus == 0)
    }
  }

  @Test("rmmod during init: 2.5.5x EBUSY unless forced (SEMANTICS 3.2 variants: rmmod during init)")
  func duringInit55x() throws {
    let bench = try Bench(.v2_5_5x)
    try bench.startLoading { module in await module.scheduleTimeout(50) }
    #expect(try bench.unload("test", .nonBlocking) == .EBUSY)
    #expect(try bench.unload("test", [.nonBlocking, .force]) == nil)
  }

  @Test(
    "rmmod during init: 2.6.0 EAGAIN without waiting, for ever with it (SEMANTICS 3.2 variants: rmmod during init)"
  )
  func duringInit260() throws {
    let bench = try Bench(.v2_6_0)
    let insmod = try bench.startLoading { module in await module.scheduleTimeout(50) }
    #expect(try bench.unload("test", .nonBlocking) == .EAGAIN)
    let rmmod = try bench.startUnloading()
    #expect(try bench.line()?.contains("Unloading") == true)
    bench.pass(ticks: 60)
    // Init succeeded, made it live and gave its reference back: nobody wakes the remover.
    #expect(insmod.exitStatus == 0)
    #expect(try bench.line()?.contains(" 0 - Live") == true)
    bench.pass(ticks: 1000)
    #expect(rmmod.exitStatus == nil)
    #expect(rmmod.state == .uninterruptible)
  }

  @Test("a module of 2.6.0 that counts itself is [unsafe] and stays (SEMANTICS 3.2 row 7, 5.1)")
  func unsafe() throws {
    let bench = try Bench(.v2_6_0)
    try bench.load { module in
      module.modIncUseCount()
      module.modDecUseCount()
    }
    #expect(try bench.line()?.contains(" 0 [unsafe], Live") == true)
    #expect(try bench.unload("test", .nonBlocking) == .EBUSY)
    let errno = try bench.load("failing") { module async throws(Errno) in
      module.modIncUseCount()
      throw .EIO
    }
    #expect(errno == .EIO)
    #expect(bench.log.last == "failing: module is now stuck!")
    #expect(bench.module("failing") != nil)
  }

  @Test("both [unsafe] and [permanent] are shown (SEMANTICS 5.1)")
  func permanent() throws {
    let bench = try Bench(.v2_6)
    #expect(try bench.load(NoExit.self) == nil)
    bench.module()?.isUnsafe = true
    #expect(try bench.line()?.contains(" 0 [unsafe],[permanent], Live") == true)
  }
}
