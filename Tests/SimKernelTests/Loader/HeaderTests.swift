import Testing

@testable import SimKernel

@Suite("What create_module gives, and what init_module wants of a header") struct HeaderTests {
  private static let versions = [KernelVersion.v2_2, .v2_4]

  /// Loads a module whose header says more than its name.
  private func load(_ bench: Bench, _ change: (inout ModuleImage) -> Void) throws -> Errno? {
    var image = ModuleImage(name: "test", type: Empty.self)
    change(&image)
    let changed = image
    return try bench.errno { system async throws(Errno) in try await system.insert(changed) }
  }

  @Test(
    "the address comes back, the module is first in the list and uninitialised (SEMANTICS 3.1 row 1, SEMANTICS 2.1: list)",
    arguments: versions)
  func address(version: KernelVersion) throws {
    let bench = try Bench(version)
    var addresses: [Address] = []
    try bench.run { system async throws(Errno) in
      for name in ["a", "b"] {
        addresses.append(try await system.createModule(name, size: 3000))
      }
    }
    #expect(bench.kernel.modules.map(\.name) == ["b", "a"])
    #expect(addresses == bench.kernel.modules.map(\.address).reversed())
    for module in bench.kernel.modules {
      #expect(bench.kernel.flags(of: module) == [])
      #expect(bench.kernel.useCount(of: module) == 0)
    }
    #expect(
      try bench.contents(of: "/proc/modules")
        == "b                       3000 (uninitialized)\n"
        + "a                       3000 (uninitialized)\n")
  }

  @Test(
    "each silly field has its text, and what is said first is what is looked at first (SEMANTICS 3.1 note 2)",
    arguments: versions)
  func mistakes(version: KernelVersion) throws {
    let texts: [(HeaderMistake, String)] = [
      (.name, "mod->name out of bounds."), (.symbols, "mod->syms out of bounds."),
      (.dependencies, "mod->deps out of bounds."), (.initFunction, "mod->init out of bounds."),
      (.cleanupFunction, "mod->cleanup out of bounds."),
      (.exceptionTable, "mod->ex_table_* invalid."), (.flags, "mod->flags invalid."),
      (.canUnload, "mod->can_unload out of bounds."), (.kallsyms, "mod->kallsyms out of bounds."),
      (.architectureData, "mod->archdata out of bounds."),
      (.kernelData, "mod->kernel_data must be zero."),
    ]
    let known = version == .v2_4 ? texts : Array(texts.prefix(8))
    for (index, (_, text)) in known.enumerated() {
      let bench = try Bench(version)
      // Everything that is looked at later is wrong, too.
      let errno = try load(bench) { image in
        image.headerMistakes = Set(texts.dropFirst(index).map(\.0))
      }
      #expect(errno == .EINVAL)
      #expect(bench.log == ["init_module: \(text)"])
      #expect(try bench.line()?.hasSuffix(" (uninitialized)") == true)
    }
    // What this kernel's header does not have is not looked at.
    let bench = try Bench(version)
    let unknown = Set(texts.dropFirst(known.count).map(\.0))
    #expect(try load(bench) { $0.headerMistakes = unknown } == nil)
    #expect(bench.log.isEmpty)
  }

  @Test("a header that ends before a field is not asked for it (SEMANTICS 3.1 note 2)")
  func shortHeader() throws {
    let bench = try Bench(.v2_4)
    let errno = try load(bench) { image in
      image.headerBytes = 0x3c
      image.headerMistakes = [.canUnload, .kallsyms, .architectureData, .kernelData]
    }
    #expect(errno == nil)
  }

  @Test("a module that says it is larger than its memory is refused (SEMANTICS 3.1 note 2)")
  func size() throws {
    for version in Self.versions {
      let bench = try Bench(version)
      let image = ModuleImage(name: "test", type: Empty.self)
      let errno = try bench.errno { system async throws(Errno) in
        try await system.createModule("test", size: image.size - 1)
        try await system.initModule("test", image)
      }
      #expect(errno == .EINVAL)
      #expect(
        bench.log == ["init_module: Size of initialized module exceeds size of created module."])
    }
  }

  @Test(
    "the flags are a word of bits, which query_module shows (SEMANTICS 2.1: flags)",
    arguments: versions)
  func flags(version: KernelVersion) throws {
    let bench = try Bench(version)
    var seen: [UInt32] = []
    func look(_ name: String = "test") throws {
      let buffer = QueryBuffer()
      try bench.run { system async throws(Errno) in
        try await system.queryModule(name, .information, buffer)
      }
      seen.append(buffer.information?.flags ?? .max)
    }
    try bench.run { system async throws(Errno) in
      try await system.createModule("new", size: 3000)
    }
    try look("new")
    try bench.startLoading { module in await module.scheduleTimeout(20) }
    try look()
    bench.pass(ticks: 30)
    try look()
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in try kernel.getModule(at: header) }
    try look()
    try bench.references { kernel throws(Trap) in try kernel.putModule(at: header) }
    try look()
    // Initialising, running, visited and used once.
    let expected: [UInt32] = [0, version == .v2_4 ? 64 : 0, 1, 25, 25]
    #expect(seen == expected)
    try bench.run { system async throws(Errno) in
      var image = ModuleImage(name: "auto", type: Empty.self)
      image.isAutoclean = true
      try await system.insert(image)
    }
    seen = []
    try look("auto")
    #expect(seen == [1 + 4])
  }

  @Test(
    "while cleanup runs a module is deleted and still running; one that never ran has no cleanup (SEMANTICS 2.1: delete, uninitialised, SEMANTICS 3.1: free_module)",
    arguments: versions)
  func removal(version: KernelVersion) throws {
    let bench = try Bench(version)
    var cleanups = 0
    try bench.load { _ in
    } cleanUp: { module in
      cleanups += 1
      await module.scheduleTimeout(20)
    }
    let module = try #require(bench.module())
    try bench.startUnloading()
    #expect(bench.kernel.flags(of: module) == [.running, .deleted])
    #expect(try bench.line()?.hasSuffix("   0 (deleted)") == true)
    bench.pass(ticks: 30)
    #expect(bench.module() == nil)
    #expect(bench.kernel.memory.load8(module.address) == nil)
    try bench.load("failing") { _ async throws(Errno) in
      throw .EIO
    } cleanUp: { _ in
      cleanups += 1
    }
    #expect(try bench.unload("failing") == nil)
    #expect(cleanups == 1)
    #expect(bench.kernel.modules.isEmpty)
  }

  @Test(
    "nobody looks at the count once cleanup has run (SEMANTICS 3.1: free_module)",
    arguments: versions)
  func noSecondCheck(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { _ in
    } cleanUp: { module in
      module.modIncUseCount()
    }
    #expect(try bench.unload() == nil)
    #expect(bench.module() == nil)
  }
}
