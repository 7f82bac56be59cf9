import Testing

@testable import SimKernel

@Suite("Counting, by generation") struct CountingTests {
  private static let old = [KernelVersion.v2_2, .v2_4]

  @Test(
    "MOD_INC counts and sets two flags, MOD_DEC one, and neither asks whether it goes (SEMANTICS 4: MOD_INC_USE_COUNT, MOD_DEC_USE_COUNT, MOD_IN_USE)",
    arguments: old)
  func macros(version: KernelVersion) throws {
    let bench = try Bench(version)
    var counts: [Int] = []
    var flags: [UInt32] = []
    var isUsed: [Bool] = []
    func note(_ module: Puppet) {
      guard let record = bench.module() else { return }
      counts.append(bench.kernel.useCount(of: record))
      flags.append(bench.kernel.flags(of: record).rawValue)
      isUsed.append(module.modInUse)
    }
    try bench.load { _ in
    } cleanUp: { module in
      note(module)
      module.modDecUseCount()
      note(module)
      module.modIncUseCount()
      module.modIncUseCount()
      note(module)
    }
    #expect(try bench.unload() == nil)
    #expect(counts == [0, -1, 1])
    // Running and deleted; then visited, too; then used once.
    #expect(flags == [3, 11, 27])
    #expect(isUsed == [false, true, true])
  }

  @Test(
    "can_unload is asked instead of the count, which lsmod shows as -1 (SEMANTICS 4: can_unload)",
    arguments: old)
  func canUnload(version: KernelVersion) throws {
    let bench = try Bench(version)
    #expect(try bench.load(Undecided.self) == nil)
    #expect(try bench.line()?.contains("  -1") == true)
    #expect(try bench.unload() == .EBUSY)
    #expect(try bench.unload() == nil)
  }

  @Test(
    "nobody is always there: a NULL module can be got and put (SEMANTICS 4: try_inc_mod_count, try_module_get, module_put)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1])
  func null(version: KernelVersion) throws {
    let bench = try Bench(version)
    var isTaken: Bool?
    try bench.load { module in
      isTaken = module.tryModuleGet(nil)
      module.modulePut(nil)
    }
    #expect(isTaken == true)
    #expect(bench.references() == 0)
  }

  @Test(
    "an owner is the address of the module's header, in the operations (SEMANTICS 4: SET_MODULE_OWNER)",
    arguments: [KernelVersion.v2_4, .v2_6])
  func owner(version: KernelVersion) throws {
    let bench = try Bench(version)
    var owners: [UInt32?] = []
    try bench.load { module async throws(Errno) in
      for operations in [FileOperations(owner: module), FileOperations()] {
        let number = try module.registerChrdev(0, "test", operations)
        owners.append(bench.kernel.memory.load32(module.address(of: operations)))
        try module.unregisterChrdev(number, "test")
      }
    }
    let header = try #require(bench.module()?.address)
    #expect(owners == [UInt32(truncatingIfNeeded: header.rawValue), 0])
  }

  @Test(
    "try_module_get and module_put may be called in an interrupt (SEMANTICS 4: try_module_get, module_put)",
    arguments: [KernelVersion.v2_6, .v6_1])
  func interrupt(version: KernelVersion) throws {
    let bench = try Bench(version)
    var seen: [Int] = []
    try bench.load { module in
      let timer = KernelTimer("tick") {
        #expect(bench.kernel.isInInterrupt)
        _ = module.tryModuleGet(module.thisModule)
        seen.append(bench.references())
        module.modulePut(module.thisModule)
        seen.append(bench.references())
      }
      module.modTimer(timer, expires: module.jiffies + 2)
    }
    bench.pass(ticks: 10)
    #expect(seen == [1, 0])
    #expect(bench.log.isEmpty)
  }

  @Test(
    "the last module_put wakes the remover who waits (SEMANTICS 4: module_put)",
    arguments: [KernelVersion.v2_6_0, .v2_6])
  func wakes(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load()
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in
      for _ in 0..<2 { _ = try kernel.tryGetModule(at: header) }
    }
    let rmmod = try bench.startUnloading()
    for remaining in [1, 0] {
      #expect(rmmod.exitStatus == nil)
      try bench.references { kernel throws(Trap) in try kernel.putModule(at: header) }
      bench.pass(ticks: 2)
      #expect((rmmod.exitStatus == nil) == (remaining > 0))
    }
    #expect(bench.module() == nil)
  }

  @Test(
    "symbol_get may be called in an interrupt, and finds nothing where nothing is (SEMANTICS 4: symbol_get, symbol_put)",
    arguments: [KernelVersion.v2_6])
  func symbols(version: KernelVersion) throws {
    let bench = try Bench(version)
    try Puppet.$linking.withValue(.init(exports: ["alpha"])) { _ = try bench.load("a") }
    let alpha = ExportedSymbol("alpha", as: (() -> Int).self)
    let beta = ExportedSymbol("beta", as: (() -> Int).self)
    var seen: [Int] = []
    try bench.load { module in
      let timer = KernelTimer("tick") {
        seen.append(module.symbolGet(alpha) == nil ? 0 : 1)
        seen.append(module.symbolGet(beta) == nil ? 0 : 1)
        seen.append(bench.references("a"))
        module.symbolPut("alpha")
        seen.append(bench.references("a"))
      }
      module.modTimer(timer, expires: module.jiffies + 2)
    }
    bench.pass(ticks: 10)
    #expect(seen == [1, 0, 1, 0])
  }
}

/// A module that refuses to go once.
private final class Undecided: CanUnload {
  var questions = 0
  func canUnload() -> Int {
    questions += 1
    return questions == 1 ? 1 : 0
  }
}
