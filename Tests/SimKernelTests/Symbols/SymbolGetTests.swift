import Testing

@testable import SimKernel

@Suite("Symbols asked for while a module runs") struct SymbolGetTests {
  @Test("symbol_get counts, names what it found, and calls it (README 7; s07_deps)")
  func recorded() throws {
    let bench = try Bench(.v6_1)
    try bench.insert(Expa.self)
    try bench.insert(Symget.self)
    #expect(try bench.write("getgpl", to: "cmd", of: "symget") == nil)
    #expect(bench.log.last == "symget: symbol_get(expa_gpl) = expa_gpl [expa], call: 3")
    #expect(try bench.line("expa")?.contains(" 1 - Live") == true)
    #expect(try bench.unload("expa") == .EAGAIN)
    #expect(try bench.write("putgpl", to: "cmd", of: "symget") == nil)
    #expect(try bench.write("get", to: "cmd", of: "symget") == .ENOENT)
    #expect(
      bench.log.suffix(2) == [
        "failing symbol_get of non-GPLONLY symbol expa_func.",
        "symget: symbol_get(expa_func) = 0x0, call: -1",
      ])
    #expect(try bench.unload("expa") == nil)
  }

  @Test("2.6.24 gives every symbol out this way (SEMANTICS 4, symbol_get)")
  func old() throws {
    let bench = try Bench(.v2_6)
    try bench.insert(Expa.self)
    try bench.insert(Symget.self)
    #expect(try bench.write("get", to: "cmd", of: "symget") == nil)
    #expect(bench.log.last == "symget: symbol_get(expa_func) = expa_func [expa], call: 2")
    #expect(try bench.unload("expa", .nonBlocking) == .EAGAIN)
    #expect(try bench.write("put", to: "cmd", of: "symget") == nil)
    #expect(try bench.unload("expa") == nil)
  }

  @Test("an owner that is coming or going has no symbols to get (SEMANTICS 4, symbol_get)")
  func notLive() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      let gpl = ExportedSymbol("late", as: (() -> Int).self)
      var found: [Bool] = []
      func look() throws {
        try bench.load("looker") { found.append($0.symbolGet(gpl) != nil) }
        _ = try bench.unload("looker")
      }
      try Puppet.$linking.withValue(.init(gplExports: ["late"])) {
        _ = try bench.startLoading("slow") {
          await $0.scheduleTimeout(50)
        } cleanUp: {
          await $0.scheduleTimeout(50)
        }
      }
      try look()
      bench.pass(ticks: 60)
      try look()
      try bench.references { kernel throws(Trap) in try kernel.symbolPut("late") }
      try bench.startUnloading("slow")
      try look()
      #expect(found == [false, true, false])
    }
  }

  @Test("giving back a name that nobody exports is a bug (SEMANTICS 4, symbol_put)")
  func unknownPut() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try bench.insert(Symget.self)
      _ = try bench.write("put", to: "cmd", of: "symget")
      #expect(bench.kernel.processes.all.allSatisfy { $0.pendingDeath == nil })
      #expect(bench.log.contains { $0.contains("kernel BUG at") })
    }
  }

  @Test(
    "giving back a pointer counts its module down; one into nothing is a bug (SEMANTICS 4: symbol_put_addr)"
  )
  func putAddress() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try bench.insert(Expa.self)
      try bench.load("user") { module in
        if let pointer = module.symbolGet(Expa.gplOnly) { module.symbolPutAddr(pointer) }
      }
      #expect(bench.module("expa").map { bench.kernel.useCount(of: $0) } == 0)
      let stale = SymbolPointer(symbol: Expa.gplOnly, address: Address(0x1000))
      let errno = try bench.load("bad") { $0.symbolPutAddr(stale) }
      #expect(errno == nil)
      #expect(bench.log.contains { $0.contains("kernel BUG at") })
    }
  }

  @Test("get_module_symbol counts nothing: a call after rmmod faults (SEMANTICS 4, 2.2)")
  func staleAddress() throws {
    let bench = try Bench(.v2_2)
    try bench.insert(Expa.self)
    var pointer: SymbolPointer<Int, Int>?
    var results: [Int?] = []
    try bench.load("user") { module async throws(Errno) in
      pointer = module.getModuleSymbol("expa", Expa.function)
      if let pointer { results.append(try module.call(pointer, 1)) }
    }
    #expect(results == [2])
    try bench.startLoading("late") { module async throws(Errno) in
      await module.scheduleTimeout(50)
      if let pointer { results.append(try? module.call(pointer, 1)) }
    }
    #expect(try bench.unload("expa") == nil)
    bench.pass(ticks: 60)
    #expect(bench.log.contains { $0.contains("Unable to handle kernel paging request") })
    #expect(results.compactMap(\.self) == [2])
  }

  @Test("calls that a generation does not have are refused (SEMANTICS 4, eras)")
  func eras() throws {
    let old = try Bench(.v2_4)
    try old.load("test") { module in
      #expect(module.symbolGet(Expa.function) == nil)
      module.symbolPut("printk")
      #expect(module.getModuleSymbol(nil, Expa.function) == nil)
    }
    #expect(
      old.log == [
        "__symbol_get: Linux 2.4.20 has no such call",
        "__symbol_put: Linux 2.4.20 has no such call",
        "get_module_symbol: Linux 2.4.20 has no such call",
      ])
  }

  @Test("/proc/ksyms: address, name, tab, [module]; the newest module first (SEMANTICS 5.1: ksyms)")
  func ksyms() throws {
    let bench = try Bench(.v2_4)
    try bench.insert(Expa.self)
    let address = try #require(bench.module("expa")?.exports.first?.address)
    let lines = bench.kernel.symbolList().split(separator: "\n")
    #expect(lines[0] == "\(String(address.rawValue, radix: 16)) expa_func\t[expa]")
    #expect(lines[1].hasSuffix(" GPLONLY_expa_gpl\t[expa]"))
    #expect(lines.contains { $0.hasSuffix(" register_chrdev") })
  }

  @Test("/proc/kallsyms shows functions with their module, exported ones as T (s16_reuse_x)")
  func kallsyms() throws {
    let bench = try Bench(.v6_1)
    try bench.insert(Expa.self)
    let lines = bench.kernel.symbolList().split(separator: "\n").filter { $0.hasSuffix("\t[expa]") }
    #expect(lines.contains { $0.hasPrefix("ffffffffc") && $0.contains(" T expa_func") })
    #expect(lines.contains { $0.contains(" t cleanup_module") })
  }
}
