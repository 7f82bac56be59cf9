import Testing

@testable import SimKernel

@Suite("The loader of 2.4") struct LoaderTests {
  private let longName = String(repeating: "n", count: 4096)

  @Test(
    "create_module checks name, size, existence and memory, in this order (SEMANTICS 3.1 row 1, SEMANTICS 2.1: create)"
  )
  func createModule() throws {
    let bench = try Bench()
    func create(_ name: String, _ size: Int) throws -> Errno? {
      try bench.errno { system async throws(Errno) in
        try await system.createModule(name, size: size)
      }
    }
    // Each case is wrong in its own way and in all the ways that are looked at later.
    #expect(try create("here", 4096) == nil)
    #expect(try create(longName, 0) == .ENAMETOOLONG)
    #expect(try create("", 0) == .EINVAL)
    let header = Int(ModuleHeader.v2_4.byteCount)
    #expect(try create("here", header + 3) == .EINVAL)
    #expect(try create("here", .max) == .EEXIST)
    #expect(try create("other", .max) == .ENOMEM)
    #expect(try create("other", .min) == .EINVAL)
    #expect(try create("exact", header + 5) == nil)
    #expect(try create(String(longName.dropLast()), 8192) == nil)
    #expect(bench.kernel.modules.map(\.name.count) == [4095, 5, 4])
  }

  @Test("a name ends at its first NUL")
  func nameWithNUL() throws {
    let bench = try Bench()
    #expect(try bench.load("test\0hidden") == nil)
    #expect(bench.kernel.modules.map(\.name) == ["test"])
    #expect(try bench.unload("test\0other") == nil)
    #expect(try bench.unload("\0test") == .EINVAL)
  }

  @Test(
    "init_module checks the name, the module and its size before it copies anything (SEMANTICS 3.1 row 2, note 2)"
  )
  func initModuleChecks() throws {
    let bench = try Bench()
    func initialise(_ name: String) throws -> Errno? {
      try bench.errno { system async throws(Errno) in
        try await system.initModule(name, ModuleImage(name: name, type: Empty.self))
      }
    }
    #expect(try initialise(longName) == .ENAMETOOLONG)
    #expect(try initialise("") == .EINVAL)
    #expect(try initialise("missing") == .ENOENT)
    try bench.run { system async throws(Errno) in try await system.createModule("small", size: 200)
    }
    #expect(try initialise("small") == .EINVAL)
    #expect(
      bench.log == ["init_module: Size of initialized module exceeds size of created module."])
    #expect(bench.module("small")?.instance == nil)
  }

  @Test(
    "init_module refuses an image that names itself otherwise than its memory does (SEMANTICS 3.1 note 2)"
  )
  func changedName() throws {
    let bench = try Bench()
    let cases = [
      ("other", Errno.EINVAL, "init_module: changed module name to `other' from `test'"),
      ("", .EINVAL, "init_module: get_mod_name failure."),
      (longName, .ENAMETOOLONG, "init_module: get_mod_name failure."),
    ]
    try bench.run { system async throws(Errno) in try await system.createModule("test", size: 8192)
    }
    for (name, errno, message) in cases {
      let result = try bench.errno { system async throws(Errno) in
        try await system.initModule("test", ModuleImage(name: name, type: Empty.self))
      }
      #expect(result == errno)
      #expect(bench.log.last == message)
    }
    #expect(bench.module()?.instance == nil)
    #expect(try bench.unload() == nil)
  }

  @Test("without the capability nothing else is looked at (SEMANTICS 3.1 row 1, row 2, row 4)")
  func capability() throws {
    let bench = try Bench()
    func errno(
      _ call: @escaping (SystemCalls) async throws(Errno) -> Void
    ) throws -> Errno? {
      try bench.errno { system async throws(Errno) in
        try await system.setUserID(99)
        try await call(system)
      }
    }
    let image = ModuleImage(name: "", type: Empty.self)
    #expect(
      try errno { system async throws(Errno) in try await system.createModule("", size: 0) }
        == .EPERM)
    #expect(
      try errno { system async throws(Errno) in try await system.initModule("", image) } == .EPERM)
    #expect(try errno { system async throws(Errno) in try await system.deleteModule("") } == .EPERM)
    #expect(try errno { system async throws(Errno) in try await system.setUserID(0) } == .EPERM)
    #expect(bench.log.isEmpty)
  }

  @Test("delete_module checks the name, then the module, then its use (SEMANTICS 3.1 row 4)")
  func deleteModuleChecks() throws {
    let bench = try Bench()
    #expect(try bench.unload(longName) == .ENAMETOOLONG)
    #expect(try bench.unload("") == .EINVAL)
    #expect(try bench.unload("missing") == .ENOENT)
    try bench.load { module in module.modIncUseCount() }
    #expect(try bench.unload() == .EBUSY)
    #expect(
      bench.kernel.trace.records.contains { $0.event == .removalRefused(module: "test", errno: 16) }
    )
  }

  @Test(
    "the count is 1 while init runs, and the module cannot be removed then (SEMANTICS 2.1: init)")
  func countDuringInit() throws {
    let bench = try Bench()
    let loading = try bench.start("insmod") { system async throws(Errno) in
      let image = ModuleImage(name: "slow", type: SlowStart.self)
      try await system.createModule("slow", size: image.size)
      try await system.initModule("slow", image)
    }
    bench.pass(ticks: 2)
    #expect(try bench.contents(of: "/proc/modules")?.hasSuffix(" (initializing)\n") == true)
    #expect(bench.module("slow").map(bench.kernel.useCount(of:)) == 1)
    #expect(try bench.unload("slow") == .EBUSY)
    bench.pass(ticks: 20)
    #expect(loading.exitStatus == 0)
    #expect(bench.module("slow").map(bench.kernel.useCount(of:)) == 0)
    #expect(try bench.unload("slow") == nil)
  }

  @Test(
    "a module whose init fails stays where it is, with all that it registered (SEMANTICS 2.1: init, SEMANTICS 3.1 row 3)"
  )
  func failingInit() throws {
    let bench = try Bench()
    var cleanups = 0
    let errno = try bench.load { module async throws(Errno) in
      try module.registerChrdev(240, "half", FileOperations())
      throw .EIO
    } cleanUp: { _ in
      cleanups += 1
    }
    #expect(errno == .EIO)
    #expect(try bench.contents(of: "/proc/modules")?.hasSuffix(" (uninitialized)\n") == true)
    #expect(try bench.contents(of: "/proc/devices")?.contains("240 half\n") == true)
    #expect(try bench.unload() == nil)
    #expect(cleanups == 0)
  }

  @Test(
    "what init throws is what insmod gets; 0 is success, and a positive return is EBUSY (SEMANTICS 3.1 row 3)",
    arguments: [(5, 5), (0, 0), (-5, 16), (4096, 4096), (Int.max, Int.max), (.min, 16)])
  func initResult(thrown: Int, expected: Int) throws {
    let bench = try Bench()
    let errno = try bench.load { _ async throws(Errno) in throw Errno(rawValue: thrown) }
    #expect(errno?.rawValue ?? 0 == expected)
  }

  @Test(
    "a module that is being removed cannot be found, and another of its name can be loaded (SEMANTICS 2.1: find_module)"
  )
  func nameDuringCleanup() throws {
    let bench = try Bench()
    try bench.load(initialise: { _ in }) { module in await module.scheduleTimeout(10) }
    try bench.start("rmmod") { system async throws(Errno) in try await system.deleteModule("test") }
    bench.pass(ticks: 2)
    #expect(try bench.unload() == .ENOENT)
    #expect(try bench.load() == nil)
    #expect(bench.kernel.modules.count == 2)
    bench.pass(ticks: 20)
    #expect(bench.kernel.modules.count == 1)
    #expect(try bench.unload() == nil)
  }

  @Test(
    "modules take the lowest pages that are free, with a hole behind each, and the newest is first")
  func addresses() throws {
    let bench = try Bench()
    for name in ["a", "b", "c"] { try bench.load(name) }
    let before = bench.kernel.modules.map(\.address)
    #expect(bench.kernel.modules.map(\.name) == ["c", "b", "a"])
    #expect(before.map(\.description) == ["c8804000", "c8802000", "c8800000"])
    #expect(try bench.unload("b") == nil)
    try bench.load("d")
    #expect(bench.module("d")?.address == before[1])
  }
}

/// A module that takes its time to start.
private final class SlowStart: Module {
  func initModule() async throws(Errno) { await scheduleTimeout(10) }
  func cleanupModule() async {}
}
