import Testing

@testable import SimKernel

@Suite("Coming, live, going") struct StateTests {
  @Test(
    "while init runs a module is Loading and counted once, then Live and not counted (SEMANTICS 2.2, COMING)",
    arguments: [KernelVersion.v2_6, .v6_1])
  func coming(version: KernelVersion) throws {
    let bench = try Bench(version)
    let insmod = try bench.startLoading { module in await module.scheduleTimeout(50) }
    #expect(try bench.line()?.contains(" 1 - Loading ADDRESS") == true)
    #expect(bench.module().map(bench.kernel.state(of:)) == .coming)
    bench.pass(ticks: 60)
    #expect(insmod.exitStatus == 0)
    #expect(try bench.line()?.contains(" 0 - Live ADDRESS") == true)
  }

  @Test("sizes are those of 6.1: 16384, while Loading 28672, without exit or without both 12288")
  func sizes() throws {
    let bench = try Bench(.v6_1)
    try bench.startLoading { module in await module.scheduleTimeout(50) }
    #expect(try bench.line() == "test 28672 1 - Loading ADDRESS")
    bench.pass(ticks: 60)
    #expect(try bench.line() == "test 16384 0 - Live ADDRESS")
    #expect(try bench.load(NoExit.self, as: "noexit") == nil)
    #expect(try bench.line("noexit") == "noexit 12288 0 [permanent], Live ADDRESS")
    #expect(try bench.load(NoInit.self, as: "noinit") == nil)
    #expect(try bench.line("noinit") == "noinit 12288 0 - Live ADDRESS")
    #expect(try bench.load(ExitOnly.self, as: "exitonly") == nil)
    #expect(try bench.line("exitonly") == "exitonly 16384 0 - Live ADDRESS")
  }

  @Test(
    "while exit runs a module of 6.1 is Unloading with a count of -1 (README 11), of 2.6 with 0 (SEMANTICS 2.2: GOING)"
  )
  func going() throws {
    for (version, count) in [(KernelVersion.v6_1, "-1"), (.v2_6, "0")] {
      let bench = try Bench(version)
      try bench.load { _ in
      } cleanUp: { module in
        await module.scheduleTimeout(50)
      }
      try bench.startUnloading()
      #expect(try bench.line()?.hasSuffix(" \(count) - Unloading ADDRESS") == true)
      #expect(try bench.unload() == .EBUSY)
      #expect(try bench.unload("test", [.force, .nonBlocking]) == .EBUSY)
      bench.pass(ticks: 60)
      #expect(try bench.line() == nil)
      #expect(try bench.unload() == .ENOENT)
    }
  }

  @Test(
    "try_module_get succeeds while coming and live, and fails while going (SEMANTICS 2.2: COMING, LIVE, GOING)"
  )
  func tryModuleGet() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      var taken: [Bool] = []
      func take() throws {
        let header = try #require(bench.module()?.address)
        try bench.references { kernel throws(Trap) in
          taken.append(try kernel.tryGetModule(at: header))
          if taken.last == true { try kernel.putModule(at: header) }
        }
      }
      try bench.startLoading { module in
        await module.scheduleTimeout(50)
      } cleanUp: { module in
        await module.scheduleTimeout(50)
      }
      try take()
      bench.pass(ticks: 60)
      try take()
      try bench.startUnloading()
      try take()
      #expect(taken == [true, true, false])
    }
  }

  @Test("a user who is not root sees no addresses in 6.1")
  func hiddenAddress() throws {
    let bench = try Bench(.v6_1)
    try bench.load()
    var text = ""
    try bench.run { system async throws(Errno) in
      try await system.setUserID(99)
      let descriptor = try await system.open("/proc/modules")
      text = String(decoding: try await system.read(descriptor, count: 100), as: UTF8.self)
    }
    #expect(text == "test 16384 0 - Live 0x0000000000000000\n")
  }

  @Test(
    "2.6 prints addresses of 8 digits, 6.1 of 16, and the newest module first (SEMANTICS 5.1: 2.6)")
  func addresses() throws {
    let old = try Bench(.v2_6)
    try old.load("a")
    #expect(try old.contents(of: "/proc/modules")?.hasSuffix(" 0xc8800000\n") == true)
    let new = try Bench(.v6_1)
    for name in ["a", "b"] { try new.load(name) }
    let text = try #require(try new.contents(of: "/proc/modules"))
    // Core and init of 4 and 3 pages, each with a hole behind it: what init needed is free again.
    #expect(
      text == "b 16384 0 - Live 0xffffffffc02a6000\na 16384 0 - Live 0xffffffffc02a1000\n")
  }

  @Test("memory that only init needed is unmapped after it, its function is gone")
  func initialMemory() throws {
    let bench = try Bench(.v6_1)
    var pages: ModuleRegion?
    try bench.load { _ in pages = bench.module()?.initialRegion }
    let start = try #require(pages?.start)
    #expect(bench.kernel.memory.load8(start) == nil)
    #expect(bench.kernel.functions.count == 1)
    #expect(bench.kernel.modules.containing(start) == nil)
  }
}
