import Testing

@testable import SimKernel

@Suite("init_module since 2.5.48") struct LoadTests {
  private let versions = [KernelVersion.v2_6, .v6_1]

  @Test(
    "a module that is live cannot be loaded again: EEXIST (SEMANTICS 3.3: same name; README table)")
  func twice() throws {
    for version in versions {
      let bench = try Bench(version)
      try bench.load()
      #expect(try bench.load() == .EEXIST)
      #expect(try bench.line() != nil)
    }
  }

  @Test(
    "2.6 refuses a module of the same name that is Loading at once: EEXIST (SEMANTICS 3.3: same name)"
  )
  func sameNameOld() throws {
    let bench = try Bench(.v2_6)
    try bench.startLoading { module in await module.scheduleTimeout(50) }
    #expect(try bench.load() == .EEXIST)
  }

  @Test("6.1 waits for a module of the same name that is Loading: EEXIST if it came (README 11)")
  func sameNameWaits() throws {
    let bench = try Bench(.v6_1)
    try bench.startLoading { module in await module.scheduleTimeout(50) }
    let second = try bench.startLoading()
    #expect(second.state == .interruptible)
    #expect(second.exitStatus == nil)
    bench.pass(ticks: 60)
    #expect(bench.errno(of: second) == .EEXIST)
  }

  @Test("and EBUSY if its init failed (README 11)")
  func sameNameFails() throws {
    let bench = try Bench(.v6_1)
    let first = try bench.startLoading { module async throws(Errno) in
      await module.scheduleTimeout(50)
      throw .ENOMEM
    }
    let second = try bench.startLoading()
    bench.pass(ticks: 60)
    #expect(bench.errno(of: first) == .ENOMEM)
    #expect(bench.errno(of: second) == .EBUSY)
    #expect(bench.kernel.modules.isEmpty)
  }

  @Test("a module of the same name that is Unloading gives EBUSY at once (README table)")
  func sameNameGoing() throws {
    let bench = try Bench(.v6_1)
    try bench.load { _ in
    } cleanUp: { module in
      await module.scheduleTimeout(50)
    }
    try bench.startUnloading()
    #expect(try bench.load() == .EBUSY)
  }

  @Test(
    "what init throws is what insmod gets, and the module is gone (SEMANTICS 3.2: init fails; README 8)",
    arguments: [12, 19, 1, 16, 5, 22, 17, 2, 517, 4095, 4096])
  func initFails(number: Int) throws {
    for version in versions {
      let bench = try Bench(version)
      var cleanups = 0
      let errno = try bench.load { _ async throws(Errno) in
        throw Errno(rawValue: number)
      } cleanUp: { _ in
        cleanups += 1
      }
      #expect(errno?.rawValue == number)
      #expect(bench.kernel.modules.isEmpty)
      #expect(bench.kernel.functions.isEmpty)
      #expect(cleanups == 0)
    }
  }

  @Test(
    "an init that returns 12 is loaded; 6.1 says so and shows the stack (SEMANTICS 3.2: init succeeds; README 8)"
  )
  func positive() throws {
    for version in versions {
      let bench = try Bench(version)
      #expect(try bench.load { _ async throws(Errno) in throw Errno(rawValue: -12) } == nil)
      #expect(try bench.line()?.contains(" 0 - Live") == true)
      let expected = [
        "do_init_module: 'test'->init suspiciously returned 12, it should follow 0/-E convention",
        "do_init_module: loading module anyway...",
      ]
      #expect(Array(bench.log.prefix(2)) == (version == .v6_1 ? expected : []))
      #expect(bench.log.contains("Call Trace:") == (version == .v6_1))
    }
  }

  @Test("what init registered before it failed stays, and points into nothing (SEMANTICS 0.7)")
  func leak() throws {
    for version in versions {
      let bench = try Bench(version)
      let errno = try bench.load { module async throws(Errno) in
        try module.registerChrdev(240, "leak", FileOperations(owner: module))
        throw .EIO
      }
      #expect(errno == .EIO)
      let cat = try bench.start { system async throws(Errno) in
        try await system.mknod("/dev/leak", major: 240, minor: 0)
        _ = try await system.open("/dev/leak")
      }
      bench.pass(ticks: 5)
      #expect(bench.hasDied(cat))
    }
  }

  @Test("a module whose init dies stays Loading with a count of 1 for ever (README 15)")
  func initDies() throws {
    let bench = try Bench(.v6_1)
    let insmod = try bench.startLoading { module in
      _ = KernelCalls(module)?.now { () throws(Trap) in try bench.kernel.load8(.null) }
    }
    #expect(bench.hasDied(insmod))
    #expect(try bench.line() == "test 28672 1 - Loading ADDRESS")
    #expect(try bench.unload("test", [.force, .nonBlocking]) == .EBUSY)
    let second = try bench.startLoading(ticks: 1250)
    #expect(second.exitStatus == nil)
    #expect(second.state == .interruptible)
  }

  @Test(
    "bad arguments end the load: 2.6 before the module is in the list, 6.1 after (SEMANTICS 3.3)")
  func arguments() throws {
    for version in versions {
      let bench = try Bench(version)
      let parameters = [ModuleParameter.int("count", \Puppet.count)]
      let errno = try Puppet.$linking.withValue(.init(parameters: parameters)) {
        try bench.errno { system async throws(Errno) in
          try await system.initModule(
            ModuleImage(name: "test", type: Puppet.self), arguments: "count=x")
        }
      }
      #expect(errno == .EINVAL)
      #expect(bench.kernel.modules.isEmpty)
    }
  }

  @Test("there is no memory for a hundred thousand modules: ENOMEM, and nothing is lost")
  func noMemory() throws {
    let bench = try Bench(.v6_1)
    var count = 0
    let full = try bench.errno { system async throws(Errno) in
      while true {
        try await system.initModule(ModuleImage(name: "m\(count)", type: Empty.self))
        count += 1
      }
    }
    #expect(full == .ENOMEM)
    #expect(count == bench.kernel.modules.count)
    #expect(count > 6000)
    #expect(try bench.load(Empty.self, as: "more") == .ENOMEM)
    #expect(try bench.unload("m0") == nil)
    #expect(try bench.unload("m1") == nil)
    #expect(try bench.load(Empty.self, as: "more") == nil)
  }
}
