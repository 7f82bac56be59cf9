import Testing

@testable import SimKernel

@Suite("References since 2.5.48") struct ReferenceTests {
  @Test("a module can refer to another one by its handle (SEMANTICS 4: try_module_get, module_put)")
  func handles() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      var handle: ModuleHandle?
      try bench.load("provider") { module in handle = module.thisModule }
      var seen: [Int] = []
      try bench.load("client") { module async throws(Errno) in
        guard let handle else { throw .EINVAL }
        let taken = module.tryModuleGet(handle)
        seen.append(taken ? module.moduleRefcount(handle) : -9)
        module.moduleGet(handle)
        seen.append(module.moduleRefcount(handle))
        module.modulePut(handle)
        module.modulePut(handle)
        seen.append(module.moduleRefcount(handle))
        seen.append(module.tryModuleGet(nil) ? 1 : 0)
        module.modulePut(nil)
      }
      #expect(seen == [1, 2, 0, 1])
      #expect(handle?.address == bench.module("provider")?.address)
    }
  }

  @Test("a handle names its module and says where it stands; THIS_MODULE is coming while init runs")
  func handleState() throws {
    let bench = try Bench(.v6_1)
    var states: [ModuleState?] = []
    var name = ""
    try bench.load { module in
      states.append(module.thisModule?.state)
      name = module.thisModule?.name ?? ""
    } cleanUp: { module in
      states.append(module.thisModule?.state)
    }
    _ = try bench.unload()
    #expect(states == [.coming, .going])
    #expect(name == "test")
  }

  @Test("a reference of its own keeps a module for ever (README 11: selfref)")
  func selfReference() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try bench.load { module in _ = module.tryModuleGet(module.thisModule) }
      #expect(try bench.unload("test", .nonBlocking) == .EAGAIN)
    }
  }

  @Test("one put too many shows -1, a second warns and the count stays; get then fails (README 11)")
  func tooManyPuts() throws {
    let bench = try Bench(.v6_1)
    try bench.load()
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in try kernel.putModule(at: header) }
    #expect(try bench.line() == "test 16384 -1 - Live ADDRESS")
    #expect(bench.log.isEmpty)
    var isTaken = true
    try bench.references { kernel throws(Trap) in
      try kernel.putModule(at: header)
      isTaken = try kernel.tryGetModule(at: header)
    }
    #expect(try bench.line() == "test 16384 -1 - Live ADDRESS")
    #expect(bench.log.first == "------------[ cut here ]------------")
    #expect(bench.log[1].hasPrefix("WARNING: CPU: 0 PID: "))
    #expect(bench.log[1].contains(" at kernel/module/main.c:857 module_put+0x"))
    #expect(bench.kernel.taint.flags.rawValue == 512)
    #expect(!isTaken)
  }

  @Test("rmmod of such a module finds a bug and dies with module_mutex: lists and loads hang in D")
  func bugInRemoval() throws {
    let bench = try Bench(.v6_1)
    try bench.load()
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in try kernel.putModule(at: header) }
    let rmmod = try bench.startUnloading()
    #expect(bench.hasDied(rmmod))
    #expect(bench.log.contains { $0.contains("kernel BUG at kernel/module/main.c:656!") })
    let cat = try bench.start("cat") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/proc/modules"), count: 10)
    }
    let insmod = try bench.startLoading("other")
    #expect([cat.state, insmod.state] == [.uninterruptible, .uninterruptible])
    #expect([cat.sleepingIn, insmod.sleepingIn] == ["m_start", "load_module"])
  }

  @Test("__module_get of a module that nobody uses is a BUG() in 2.6 (SEMANTICS 4: __module_get)")
  func moduleGet() throws {
    for (version, dies) in [(KernelVersion.v2_6, true), (.v6_1, false)] {
      let bench = try Bench(version)
      try bench.load()
      let header = try #require(bench.module()?.address)
      let process = try bench.start { system async throws(Errno) in
        try await system.call(.sysOpen) { () async throws(Trap) in
          try system.kernel.getModule(at: header)
        }
      }
      bench.pass(ticks: 2)
      #expect(bench.hasDied(process) == dies)
    }
  }

  @Test(
    "each processor of 2.6 counts for itself, and one alone can be below zero (SEMANTICS 3.2 variants: count cell, SEMANTICS 4: module_refcount)"
  )
  func perProcessor() throws {
    let director = Director()
    let bench = try Bench(.v2_6, mode: SchedulingMode(processors: 2), policy: director)
    try bench.load()
    let module = try #require(bench.module())
    func change(_ body: @escaping (Kernel) throws(Trap) -> Void) throws -> SimKernel.Process {
      try bench.start { system async throws(Errno) in
        try await system.call(.sysOpen) { () async throws(Trap) in
          await system.kernel.step("about to count")
          try body(system.kernel)
        }
      }
    }
    let header = module.address
    let getter = try change { kernel throws(Trap) in _ = try kernel.tryGetModule(at: header) }
    let putter = try change { kernel throws(Trap) in try kernel.putModule(at: header) }
    director.favourites = [getter.pid]
    director.cues = [
      .init(pid: getter.pid, place: "about to count", then: [putter.pid]),
      .init(pid: putter.pid, place: "about to count", then: [getter.pid, putter.pid]),
    ]
    bench.pass(ticks: 2)
    let cells = (0..<2).map { cpu in
      bench.kernel.memory.load32(header + module.header.count(of: cpu)).map {
        Int32(bitPattern: $0)
      }
    }
    #expect(cells == [1, -1])
    #expect(bench.kernel.useCount(of: module) == 0)
  }

  @Test("a reference to a module whose memory has gone faults where its header lay (DESIGN 5.1)")
  func stale() throws {
    for version in [KernelVersion.v2_4, .v2_6, .v6_1] {
      let bench = try Bench(version)
      var handle: ModuleHandle?
      // The next module lies in the first two holes, and not in the third.
      for name in ["first", "second", "gone"] {
        try bench.load(name) { module in handle = module.thisModule }
      }
      for name in ["first", "second", "gone"] { #expect(try bench.unload(name) == nil) }
      let process = try bench.startLoading { module in _ = module.tryModuleGet(handle) }
      #expect(bench.hasDied(process))
      let address = version.architecture.wrapped(try #require(handle).address)
      #expect(
        bench.kernel.trace.records.contains { record in
          if case .fault(let fault, false, _) = record.event {
            fault >= address.rawValue && fault < address.rawValue + 64
          } else {
            false
          }
        })
    }
  }

  @Test("calls of another generation are refused in the log (contract)")
  func missingCalls() throws {
    let old = try Bench(.v2_2)
    try old.load { module in
      _ = module.tryModuleGet(module.thisModule)
      module.interModuleRegister("x", owner: module.thisModule, 1)
    }
    #expect(
      old.log == [
        "try_inc_mod_count: Linux 2.2.1 has no such call",
        "inter_module_register: Linux 2.2.1 has no such call",
      ])
    let new = try Bench(.v6_1)
    try new.load { module in module.modIncUseCount() }
    #expect(new.log == ["MOD_INC_USE_COUNT: Linux 6.1.0-56-amd64 has no such call"])
    #expect(try new.line() == "test 16384 0 - Live ADDRESS")
  }

  @Test(
    "module_put_and_exit gives the reference back and never returns (SEMANTICS 4: module_put_and_exit)"
  )
  func putAndExit() throws {
    let bench = try Bench(.v2_6)
    var puppet: Puppet?
    try bench.load { module in puppet = module }
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in _ = try kernel.tryGetModule(at: header) }
    var hasReturned = false
    let thread = try bench.start("thread") { system async throws(Errno) in
      await puppet?.modulePutAndExit(3)
      hasReturned = true
    }
    bench.pass(ticks: 2)
    #expect(thread.exitStatus == 3 << 8)
    #expect(!hasReturned)
    #expect(try bench.line()?.contains(" 0 - Live") == true)
  }
}
