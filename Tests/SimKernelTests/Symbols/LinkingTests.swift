import Testing

@testable import SimKernel

@Suite("Modules that call each other, on all four kernels") struct LinkingTests {
  private let versions = [KernelVersion.v2_2, .v2_4, .v2_6, .v6_1]

  @Test("a module calls another one, which then cannot be removed (README 7; SEMANTICS 3.1, refs)")
  func dependency() throws {
    for version in versions {
      let bench = try Bench(version)
      try bench.insert(Expa.self)
      #expect(try bench.insert(Expb.self) == nil)
      #expect(bench.log.last == "expb: expa_func(41) = 42")
      #expect(bench.module("expa")?.users.map(\.name) == ["expb"])
      #expect(try bench.unload("expa") == (version.loader.isUseCount ? .EBUSY : .EAGAIN))
      #expect(try bench.unload("expb") == nil)
      #expect(try bench.unload("expa") == nil)
    }
  }

  @Test("a user whose init fails lets go of what it used (README 7: expb with ret=-5)")
  func failingUser() throws {
    let bench = try Bench(.v6_1)
    try bench.insert(Expa.self)
    #expect(try bench.insert(Expb.self, "ret=-5") == .EIO)
    #expect(try bench.unload("expa") == nil)
  }

  @Test("a function that may sleep is called the same way (SEMANTICS 1)")
  func sleeping() throws {
    for version in versions {
      let bench = try Bench(version)
      _ = try bench.load(Expa.self, as: "expa")
      var results: [Int] = []
      let imports = Puppet.Linking(symbols: [.symbol(Expa.slow), .symbol(Expa.function)])
      try Puppet.$linking.withValue(imports) {
        _ = try bench.load("user") { module async throws(Errno) in
          results.append(try await module.call(Expa.slow, 1))
          results.append(try module.call(Expa.function, 1))
        }
      }
      #expect(results == [4, 2])
    }
  }

  @Test("all that is missing is named, in the order of the file (README 7; SEMANTICS 3.3)")
  func missing() throws {
    let new = try Bench(.v6_1)
    #expect(try new.insert(Nosym.self) == .ENOENT)
    #expect(
      new.log.suffix(2) == [
        "nosym: Unknown symbol nor_this (err -2)",
        "nosym: Unknown symbol nobody_exports_this (err -2)",
      ])
    let old = try Bench(.v2_6)
    #expect(try old.insert(Nosym.self) == .ENOENT)
    #expect(
      old.log == [
        "nosym: Unknown symbol nor_this", "nosym: Unknown symbol nobody_exports_this",
      ])
    #expect(new.kernel.modules.isEmpty && old.kernel.modules.isEmpty)
  }

  @Test("a symbol for the GPL only is missing to others (README 13; s13b_license)")
  func gplOnly() throws {
    let bench = try Bench(.v6_1)
    #expect(try bench.insert(Gpluser.self) == nil)
    #expect(bench.log.last == "gpluser: queue_work_on")
    #expect(try bench.unload("gpluser") == nil)
    let errno = try bench.insert(Gpluser.self) { $0.license = .patched("Proprietary") }
    #expect(errno == .ENOENT)
    #expect(bench.log.last == "gpluser: Unknown symbol schedule_hrtimeout (err -2)")
  }

  @Test("a weak symbol may be missing; a call of it is a jump to NULL (SEMANTICS 3.3)")
  func weak() throws {
    for version in versions {
      let bench = try Bench(version)
      #expect(try bench.insert(Weak.self) == nil)
      #expect(bench.module("weak")?.links["expa_func"] == .null)
      let linking = Puppet.Linking(symbols: [.symbol(Expa.function).weak])
      var went = false
      try Puppet.$linking.withValue(linking) {
        _ = try bench.load("user") { module async throws(Errno) in
          went = (try? module.call(Expa.function, 1)) != nil
        }
      }
      #expect(!went)
      #expect(bench.log.contains { $0.contains("NULL pointer dereference") })
    }
  }

  @Test("a second export of a name: 2.6 and 6.1 refuse, the newest hides in 2.4 (SEMANTICS 3.3)")
  func duplicates() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try bench.insert(Expa.self)
      #expect(try bench.insert(Expx.self) == .ENOEXEC)
      #expect(bench.log.last == "expx: exports duplicate symbol expa_func (owned by expa)")
      #expect(bench.module("expx") == nil)
      #expect(try bench.unload("expa") == nil)
      #expect(try bench.insert(Expx.self) == nil)
    }
    let old = try Bench(.v2_4)
    try old.insert(Expa.self)
    #expect(try old.insert(Expx.self) == nil)
    try old.insert(Expb.self)
    #expect(old.log.last == "expb: expa_func(41) = 141")
    #expect(old.module("expa")?.users.isEmpty == true)
  }

  @Test("a module that calls what it does not declare is told so")
  func undeclared() throws {
    let bench = try Bench(.v6_1)
    _ = try bench.load(Expa.self, as: "expa")
    let errno = try bench.load("user") { module async throws(Errno) in
      _ = try module.call(Expa.function, 1)
    }
    #expect(errno == .ENOENT)
    #expect(bench.log.last == "user: calls expa_func, which is not among its imports")
  }

  @Test("2.4 has no unresolved symbols in the kernel: insmod names them (SEMANTICS 5.2)")
  func insmodResolves() throws {
    let bench = try Bench(.v2_4)
    var said: [String] = []
    try bench.run { system async throws(Errno) in
      var image = ModuleImage(name: "nosym", type: Nosym.self)
      said = try await ModutilsLinker(system).link(&image)
    }
    #expect(said == ["unresolved symbol nor_this", "unresolved symbol nobody_exports_this"])
    #expect(bench.log.isEmpty)
  }
}
