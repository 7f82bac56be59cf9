import Testing

@testable import SimKernel

/// Rows of SEMANTICS 3.3: what 2.5.48 to 2.6.24 say of a file that they do not load.
@Suite("Load errors of 2.6") struct LoadErrorTests {
  private func load(_ content: ModuleFile.Content, on bench: Bench) throws -> Errno? {
    let file = ModuleFile("/lib/modules/bad.ko", content)
    return try bench.errno { system async throws(Errno) in
      try await system.initModule(file: file, arguments: "")
    }
  }

  @Test(
    "what is no module has its errno and text (SEMANTICS 3.3: too short, 64 MB, truncated, no module, stripped, common symbol)",
    arguments: [
      (ModuleFile.Defect.empty, Errno.ENOEXEC, nil),
      (.cutHeader(bytes: 40), .ENOEXEC, nil), (.wrongMagic, .ENOEXEC, nil),
      (.wrongType(2), .ENOEXEC, nil), (.foreignProcessor(183), .ENOEXEC, nil),
      (.tooLarge, .ENOMEM, nil),
      (.cutSections(bytes: 900), .ENOEXEC, "Module len 900 truncated"),
      (.noModuleInfo, .ENOEXEC, "No module found in object"),
      (.stripped, .ENOEXEC, "bad: module has no symbols (stripped?)"),
      (.commonSymbols, .ENOEXEC, "bad: please compile with -fno-common"),
    ] as [(ModuleFile.Defect, Errno, String?)])
  func defects(defect: ModuleFile.Defect, errno: Errno, message: String?) throws {
    for version in [KernelVersion.v2_5_5x, .v2_6_0, .v2_6] {
      let bench = try Bench(version)
      #expect(try load(.unloadable(defect), on: bench) == errno)
      #expect(bench.log == [message].compactMap(\.self))
      #expect(bench.kernel.modules.isEmpty)
    }
  }

  @Test("without root nothing of the file is looked at (SEMANTICS 3.2: init_module)")
  func capability() throws {
    let bench = try Bench(.v2_6)
    let file = ModuleFile("bad.ko", .unloadable(.noModuleInfo))
    let errno = try bench.errno { system async throws(Errno) in
      try await system.setUserID(99)
      try await system.initModule(file: file, arguments: "")
    }
    #expect(errno == .EPERM)
    #expect(bench.log.isEmpty)
  }

  /// A 2.6.24 with versions in its symbols.
  private func versioned() throws -> Bench {
    var version = KernelVersion.v2_6
    version.configuration.hasModuleVersions = true
    return try Bench(version)
  }

  private func load(
    _ bench: Bench, _ name: String, _ linking: Puppet.Linking,
    _ change: (inout ModuleImage) -> Void = { _ in }
  ) throws -> Errno? {
    var image = ModuleImage(name: name, type: Puppet.self)
    change(&image)
    let changed = image
    return try Puppet.$linking.withValue(linking) {
      try bench.errno { system async throws(Errno) in try await system.insert(changed) }
    }
  }

  @Test(
    "exports and imports without versions taint, each with its line (SEMANTICS 3.3: no CRC, exports without CRCs)"
  )
  func missingVersions() throws {
    let bench = try versioned()
    #expect(
      try load(bench, "a", .init(exports: ["alpha"])) { $0.versions = .missing } == nil)
    #expect(
      bench.log == [
        "a: no version for \"struct_module\" found: kernel tainted.",
        "a: No versions for exported symbols. Tainting kernel.",
      ])
    #expect(bench.kernel.taint.flags == .forcedModule)
    #expect(try load(bench, "b", .init(exports: ["beta"])) == nil)
    #expect(try load(bench, "c", .init()) { $0.versions = .missing } == nil)
    #expect(bench.log.count == 2)
  }

  @Test("another version of a symbol is no symbol (SEMANTICS 3.3: CRC differs)")
  func otherVersion() throws {
    let bench = try versioned()
    #expect(try load(bench, "a", .init(exports: ["alpha"])) == nil)
    let errno = try load(bench, "b", .init(imports: ["alpha"])) { image in
      image.versions = .wrong(symbol: "alpha")
    }
    #expect(errno == .ENOENT)
    #expect(
      bench.log == ["b: disagrees about version of symbol alpha", "b: Unknown symbol alpha"])
    let layout = try load(bench, "c", .init()) { $0.versions = .wrong(symbol: "struct_module") }
    #expect(layout == .ENOEXEC)
    #expect(bench.log.last == "c: disagrees about version of symbol struct_module")
  }

  @Test("with versions the release is not compared (SEMANTICS 3.3: vermagic)")
  func release() throws {
    let other = ModuleFile.Magic.replacing("2.6.24", with: "2.6.23")
    let plain = try Bench(.v2_6)
    #expect(try load(plain, "a", .init()) { $0.magic = other } == .ENOEXEC)
    let bench = try versioned()
    #expect(try load(bench, "a", .init()) { $0.magic = other } == nil)
    let up = ModuleFile.Magic.replacing("SMP ", with: "")
    #expect(try load(bench, "b", .init()) { $0.magic = up } == .ENOEXEC)
    #expect(bench.log.last?.hasSuffix("should be '2.6.24 SMP mod_unload 686 '") == true)
  }

  @Test("a licence that is not free taints, and the first one says so (SEMANTICS 3.3: licence)")
  func licence() throws {
    let bench = try Bench(.v2_6)
    #expect(try load(bench, "a", .init()) { $0.license = .missing } == nil)
    #expect(bench.log == ["a: module license 'unspecified' taints kernel."])
    #expect(bench.kernel.taint.flags == .proprietaryModule)
    let other = try Bench(.v2_6)
    #expect(try load(other, "a", .init()) { $0.license = .patched("Proprietary") } == nil)
    #expect(other.log == ["a: module license 'Proprietary' taints kernel."])
    #expect(try other.line("a")?.hasSuffix(" Live ADDRESS (P)") == true)
  }

  @Test("of two exports of a name the second is refused (SEMANTICS 3.3: duplicate export)")
  func duplicate() throws {
    let bench = try Bench(.v2_6)
    #expect(try load(bench, "a", .init(exports: ["alpha"])) == nil)
    #expect(try load(bench, "b", .init(exports: ["alpha"])) == .ENOEXEC)
    #expect(bench.log == ["b: exports duplicate symbol alpha (owned by a)"])
    #expect(bench.kernel.modules.map(\.name) == ["a"])
  }

  @Test("what nobody has room for is ENOMEM, and nothing is left of it (SEMANTICS 3.3: 64 MB)")
  func noRoom() throws {
    let bench = try Bench(.v2_6)
    var count = 0
    let full = try bench.errno { system async throws(Errno) in
      while true {
        try await system.initModule(ModuleImage(name: "m\(count)", type: Empty.self))
        count += 1
      }
    }
    #expect(full == .ENOMEM)
    #expect(bench.kernel.modules.count == count)
    #expect(try bench.unload("m0") == nil)
    #expect(try bench.load(Empty.self, as: "more") == nil)
  }
}
