import Testing

@testable import SimKernel

@Suite("delete_module since 2.5.48") struct RemovalTests {
  /// Takes references to a module from outside.
  private func hold(_ bench: Bench, _ name: String = "test", times: Int = 1) throws {
    let header = try #require(bench.module(name)?.address)
    try bench.references { kernel throws(Trap) in
      for _ in 0..<times { _ = try kernel.tryGetModule(at: header) }
    }
  }

  private func release(_ bench: Bench) throws {
    let header = try #require(bench.module()?.address)
    try bench.references { kernel throws(Trap) in try kernel.putModule(at: header) }
  }

  @Test("a used module gives EAGAIN and nothing has changed (SEMANTICS 3.2 row 8; README table)")
  func used() throws {
    for (version, flags) in [
      (KernelVersion.v2_6, RemovalFlags.nonBlocking), (.v6_1, .nonBlocking), (.v6_1, []),
    ] {
      let bench = try Bench(version)
      try bench.load()
      try hold(bench, times: 2)
      #expect(try bench.unload("test", flags) == .EAGAIN)
      #expect(try bench.line()?.contains(" 2 - Live") == true)
      try release(bench)
      try release(bench)
      #expect(try bench.unload("test", flags) == nil)
    }
  }

  @Test("2.6 waits until nobody uses the module, in D, and nobody new gets in (SEMANTICS C13)")
  func waits() throws {
    let bench = try Bench(.v2_6)
    var exits = 0
    try bench.load { _ in
    } cleanUp: { _ in
      exits += 1
    }
    try hold(bench)
    let rmmod = try bench.startUnloading()
    #expect(rmmod.state == .uninterruptible)
    #expect(try bench.line()?.contains(" 1 - Unloading ADDRESS") == true)
    try bench.run { system async throws(Errno) in
      try await system.kill(rmmod.pid, Signal.SIGKILL)
    }
    bench.pass(ticks: 5)
    #expect(rmmod.exitStatus == nil)
    #expect(exits == 0)
    try release(bench)
    bench.pass(ticks: 5)
    #expect(exits == 1)
    #expect(rmmod.exitStatus == Signal.SIGKILL)
    #expect(bench.module() == nil)
  }

  @Test("a module that is missing gives ENOENT, one without root EPERM before that")
  func missing() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      #expect(try bench.unload() == .ENOENT)
      let errno = try bench.errno { system async throws(Errno) in
        try await system.setUserID(99)
        try await system.deleteModule("test")
      }
      #expect(errno == .EPERM)
    }
  }

  @Test("with modules_disabled nobody loads or removes (README table: EPERM)")
  func disabled() throws {
    let bench = try Bench(.v6_1)
    try bench.load()
    bench.kernel.loading.isDisabled = true
    #expect(try bench.unload() == .EPERM)
    #expect(try bench.load("other") == .EPERM)
  }

  @Test("a module that is Loading gives EBUSY (SEMANTICS 3.2 row 6; README table)")
  func loading() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try bench.startLoading { module in await module.scheduleTimeout(50) }
      #expect(try bench.unload() == .EBUSY)
      #expect(try bench.unload("test", [.force, .nonBlocking]) == .EBUSY)
    }
  }

  @Test("a permanent module gives EBUSY; by force it goes, with taint R (README 10)")
  func permanent() throws {
    let bench = try Bench(.v6_1)
    #expect(try bench.load(NoExit.self) == nil)
    #expect(try bench.unload() == .EBUSY)
    #expect(bench.kernel.taint.flags.rawValue == 0)
    #expect(try bench.unload("test", [.force, .nonBlocking]) == nil)
    #expect(bench.kernel.taint.flags.rawValue == 8)
  }

  @Test("force removes a used module with taint R, an unused one without (README table)")
  func force() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try bench.load()
      #expect(try bench.unload("test", [.force, .nonBlocking]) == nil)
      #expect(bench.kernel.taint.flags.rawValue == 0)
      try bench.load()
      try hold(bench)
      #expect(try bench.unload("test", [.force, .nonBlocking]) == nil)
      #expect(bench.kernel.taint.flags.rawValue == 8)
      #expect(bench.module() == nil)
      let message = "Disabling lock debugging due to kernel taint"
      #expect(bench.log.contains(message) == (version == .v6_1))
    }
  }

  @Test("where the kernel cannot be forced the flag is ignored, and taints nothing (README table)")
  func unforceable() throws {
    var version = KernelVersion.v6_1
    version.configuration.forcesUnload = false
    let bench = try Bench(version)
    #expect(try bench.load(NoExit.self) == nil)
    #expect(try bench.unload("test", [.force, .nonBlocking]) == .EBUSY)
    try bench.load("other")
    try hold(bench, "other")
    #expect(try bench.unload("other", [.force, .nonBlocking]) == .EAGAIN)
    #expect(bench.kernel.taint.flags.rawValue == 0)
  }

  @Test("a module whose exit dies stays Unloading for ever, its rmmod is gone (README 15)")
  func exitDies() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      try bench.load { _ in
      } cleanUp: { module in
        _ = KernelCalls(module)?.now { () throws(Trap) in try bench.kernel.load8(.null) }
      }
      let rmmod = try bench.startUnloading()
      #expect(bench.hasDied(rmmod))
      #expect(try bench.line()?.contains("Unloading") == true)
      #expect(try bench.unload("test", [.force, .nonBlocking]) == .EBUSY)
      try bench.load("other")
      #expect(try bench.unload("other") == nil)
    }
  }

  @Test("every removal notes the module that went last")
  func lastUnloaded() throws {
    let bench = try Bench(.v6_1)
    for name in ["a", "b"] {
      try bench.load(name)
      #expect(try bench.unload(name) == nil)
      #expect(bench.kernel.faults.lastUnloaded?.name == name)
    }
  }

  @Test("2.2 and 2.4 have the old calls, since 2.5.48 they are gone (SEMANTICS 3.2: ENOSYS)")
  func oldCalls() throws {
    let image = ModuleImage(name: "test", type: Empty.self)
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      let created = try bench.errno { system async throws(Errno) in
        try await system.createModule("test", size: 8192)
      }
      let initialised = try bench.errno { system async throws(Errno) in
        try await system.initModule("test", image)
      }
      let queried = try bench.errno { system async throws(Errno) in
        try await system.queryModule(nil, .modules, QueryBuffer())
      }
      let listed = try bench.errno { system async throws(Errno) in
        _ = try await system.getKernelSyms()
      }
      #expect([created, initialised, queried, listed] == [.ENOSYS, .ENOSYS, .ENOSYS, .ENOSYS])
    }
    let bench = try Bench(.v2_4)
    let errno = try bench.errno { system async throws(Errno) in try await system.initModule(image) }
    #expect(errno == .ENOSYS)
  }
}
