import Testing

@testable import SimKernel

@Suite("Modules that use each other's symbols") struct DependencyTests {
  /// What the modules of these tests need and offer.
  private let linking: [String: Puppet.Linking] = [
    "a": .init(exports: ["fa", "ga"]), "b": .init(imports: ["fa", "ga"]),
    "c": .init(imports: ["fa"]), "lonely": .init(imports: ["none", "nor_this"]),
  ]

  /// Does something with a module that needs and offers what the table says.
  private func with<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
    try Puppet.$linking.withValue(linking[name] ?? .init(), operation: body)
  }

  @discardableResult
  private func load(
    _ name: String, on bench: Bench,
    initialise: @escaping (Puppet) async throws(Errno) -> Void = { _ in },
    cleanUp: @escaping (Puppet) async -> Void = { _ in }
  ) throws -> Errno? {
    try with(name) { try bench.load(name, initialise: initialise, cleanUp: cleanUp) }
  }

  @discardableResult
  private func start(
    _ name: String, on bench: Bench, ticks: Int = 2,
    initialise: @escaping (Puppet) async throws(Errno) -> Void = { _ in }
  ) throws -> SimKernel.Process {
    try with(name) { try bench.startLoading(name, ticks: ticks, initialise: initialise) }
  }

  @Test(
    "one reference for each pair, however many symbols, the latest user first (SEMANTICS 4: use_module)"
  )
  func pairs() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      for name in ["a", "b", "c"] { try load(name, on: bench) }
      #expect(try bench.line("a")?.contains(" 2 c,b, Live") == true)
      #expect(try bench.unload("a", .nonBlocking) == .EAGAIN)
      #expect(try bench.unload("a", [.nonBlocking, .force]) == .EAGAIN)
      #expect(bench.kernel.taint.flags.isEmpty)
      #expect(try bench.unload("b") == nil)
      #expect(try bench.line("a")?.contains(" 1 c, Live") == true)
      #expect(try bench.unload("c") == nil)
      #expect(try bench.unload("a") == nil)
    }
  }

  @Test(
    "each symbol that nobody exports is named, the load fails with ENOENT (SEMANTICS 3.3: undefined symbol; README 7)"
  )
  func unknown() throws {
    let old = try Bench(.v2_6)
    #expect(try load("lonely", on: old) == .ENOENT)
    #expect(old.log == ["lonely: Unknown symbol none", "lonely: Unknown symbol nor_this"])
    let new = try Bench(.v6_1)
    #expect(try load("lonely", on: new) == .ENOENT)
    #expect(
      new.log == [
        "lonely: Unknown symbol none (err -2)", "lonely: Unknown symbol nor_this (err -2)",
      ])
    #expect(new.kernel.modules.isEmpty)
  }

  @Test("a user whose init fails gives its references back (README 7)")
  func userFails() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try load("a", on: bench)
      #expect(try load("b", on: bench) { _ async throws(Errno) in throw .EIO } == .EIO)
      #expect(try bench.line("a")?.contains(" 0 - Live") == true)
      #expect(try bench.unload("a") == nil)
    }
  }

  @Test(
    "a module that is Loading has no symbols yet: 2.6 ENOENT, 6.1 waits (SEMANTICS 3.3: undefined symbol; README 11)"
  )
  func providerComes() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try start("a", on: bench) { module in await module.scheduleTimeout(50) }
      let user = try start("b", on: bench)
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
    let bench = try Bench(.v6_1)
    try start("a", on: bench) { module in await module.scheduleTimeout(40 * 250) }
    let user = try start("b", on: bench, ticks: 29 * 250)
    #expect(user.exitStatus == nil)
    bench.pass(ticks: 250)
    // Its second symbol is waited for as well.
    bench.pass(ticks: 11 * 250)
    #expect(bench.errno(of: user) == nil || bench.errno(of: user) == .EBUSY)
    #expect(bench.log.first == "b: gave up waiting for init of module a.")
  }

  @Test("a module that is Unloading has no symbols any more: ENOENT at once (README 11)")
  func providerGoes() throws {
    let bench = try Bench(.v6_1)
    try load("a", on: bench) { _ in
    } cleanUp: { module in
      await module.scheduleTimeout(50)
    }
    try bench.startUnloading("a")
    #expect(try load("c", on: bench) == .ENOENT)
    #expect(bench.log == ["c: Unknown symbol fa (err -2)"])
  }
}
