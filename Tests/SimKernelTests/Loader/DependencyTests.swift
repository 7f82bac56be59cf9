import Testing

@testable import SimKernel

@Suite("Modules that use each other's symbols") struct DependencyTests {
  private let linker = FakeLinker(
    imports: ["b": ["fa", "ga"], "c": ["fa"], "lonely": ["none", "nor_this"]],
    exporters: ["fa": "a", "ga": "a"])

  private func bench(_ version: KernelVersion) throws -> Bench {
    let bench = try Bench(version)
    bench.kernel.loading.linker = linker
    return bench
  }

  @Test(
    "one reference for each pair, however many symbols, the latest user first (SEMANTICS 4: use_module)"
  )
  func pairs() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try bench(version)
      for name in ["a", "b", "c"] { try bench.load(name) }
      #expect(try bench.line("a")?.contains(" 2 c,b, Live") == true)
      #expect(try bench.unload("a", .nonBlocking) == .EAGAIN)
      #expect(try bench.unload("a", [.nonBlocking, .force]) == .EAGAIN)
      #expect(bench.kernel.taint == 0)
      #expect(try bench.unload("b") == nil)
      #expect(try bench.line("a")?.contains(" 1 c, Live") == true)
      #expect(try bench.unload("c") == nil)
      #expect(try bench.unload("a") == nil)
    }
  }

  @Test(
    "each symbol that nobody exports is named, the load fails with ENOENT (SEMANTICS 3.3; README 7)"
  )
  func unknown() throws {
    let old = try bench(.v2_6)
    #expect(try old.load("lonely") == .ENOENT)
    #expect(old.log == ["lonely: Unknown symbol none", "lonely: Unknown symbol nor_this"])
    let new = try bench(.v6_1)
    #expect(try new.load("lonely") == .ENOENT)
    #expect(
      new.log == [
        "lonely: Unknown symbol none (err -2)", "lonely: Unknown symbol nor_this (err -2)",
      ])
    #expect(new.kernel.modules.isEmpty)
  }

  @Test("a user whose init fails gives its references back (README 7)")
  func userFails() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try bench(version)
      try bench.load("a")
      #expect(try bench.load("b") { _ async throws(Errno) in throw .EIO } == .EIO)
      #expect(try bench.line("a")?.contains(" 0 - Live") == true)
      #expect(try bench.unload("a") == nil)
    }
  }

  @Test(
    "a module that is Loading has no symbols yet: 2.6 ENOENT, 6.1 waits (SEMANTICS 3.3; README 11)")
  func providerComes() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try bench(version)
      try bench.startLoading("a") { module in await module.scheduleTimeout(50) }
      let user = try bench.startLoading("b")
      if version == .v2_6 {
        #expect(bench.errno(of: user) == .ENOENT)
      } else {
        #expect(user.state == .interruptible)
        bench.pass(ticks: 60)
        #expect(user.exitStatus == 0)
        #expect(try bench.line("a")?.contains(" 1 b, Live") == true)
      }
    }
  }

  @Test("after 30 seconds it gives up: EBUSY (README 11: errno 16)")
  func providerNeverComes() throws {
    let bench = try bench(.v6_1)
    try bench.startLoading("a") { module in await module.scheduleTimeout(40 * 250) }
    let user = try bench.startLoading("b", ticks: 29 * 250)
    #expect(user.exitStatus == nil)
    bench.pass(ticks: 250)
    // Its second symbol is waited for as well.
    bench.pass(ticks: 11 * 250)
    #expect(bench.errno(of: user) == nil || bench.errno(of: user) == .EBUSY)
    #expect(bench.log.first == "b: gave up waiting for init of module a.")
  }

  @Test("a module that is Unloading has no symbols any more: ENOENT at once (README 11)")
  func providerGoes() throws {
    let bench = try bench(.v6_1)
    try bench.load("a") { _ in
    } cleanUp: { module in
      await module.scheduleTimeout(50)
    }
    try bench.startUnloading("a")
    #expect(try bench.load("c") == .ENOENT)
    #expect(bench.log == ["c: Unknown symbol fa (err -2)"])
  }
}
