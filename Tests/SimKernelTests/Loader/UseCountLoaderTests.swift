import Testing

@testable import SimKernel

@Suite("The loaders of 2.2 and 2.4") struct UseCountLoaderTests {
  private let versions = [KernelVersion.v2_2, .v2_4]

  /// Loads a module whose image says more than its name.
  private func load(
    _ bench: Bench, _ name: String, _ change: (inout ModuleImage) -> Void
  ) throws -> Errno? {
    var image = ModuleImage(name: name, type: Empty.self)
    change(&image)
    let changed = image
    return try bench.errno { system async throws(Errno) in try await system.insert(changed) }
  }

  @Test(
    "init's result: 2.2 says EBUSY to anything but 0, 2.4 hands errors on (SEMANTICS 3.1 row 3)",
    arguments: [(5, 16, 5), (0, 0, 0), (-5, 16, 16)])
  func initResult(thrown: Int, old: Int, new: Int) throws {
    for (version, expected) in zip(versions, [old, new]) {
      let bench = try Bench(version)
      let errno = try bench.load { _ async throws(Errno) in throw Errno(rawValue: thrown) }
      #expect(errno?.rawValue ?? 0 == expected)
      #expect(try bench.line()?.hasSuffix(" (uninitialized)") == (expected != 0))
    }
  }

  @Test(
    "while init runs the count is 1; 2.4 says (initializing), 2.2 (uninitialized) (SEMANTICS 5.1: 2.2 and 2.4)"
  )
  func initialising() throws {
    for (version, word) in zip(versions, ["(uninitialized)", "(initializing)"]) {
      let bench = try Bench(version)
      try bench.startLoading { module in await module.scheduleTimeout(20) }
      #expect(try bench.line()?.hasSuffix(" \(word)") == true)
      #expect(bench.module().map(bench.kernel.useCount(of:)) == 1)
      #expect(try bench.unload() == .EBUSY)
    }
  }

  @Test("a module depends on others, which show their users, latest first (SEMANTICS 3.1, 5.1)")
  func users() throws {
    for version in versions {
      let bench = try Bench(version)
      try bench.load("a")
      for name in ["b", "c"] { #expect(try load(bench, name) { $0.dependencies = ["a"] } == nil) }
      // Being depended on is being used: (unused) is gone.
      #expect(try bench.line("a")?.hasSuffix("   0 [c b]") == true)
      #expect(try bench.unload("a") == .EBUSY)
      #expect(try bench.unload("b") == nil)
      #expect(try bench.unload("c") == nil)
      #expect(try bench.unload("a") == nil)
    }
  }

  @Test("a dependency that is no module: 2.2 has linked the others already (SEMANTICS 3.1 note 3)")
  func missingDependency() throws {
    for (version, stays) in zip(versions, [true, false]) {
      let bench = try Bench(version)
      try bench.load("a")
      #expect(try load(bench, "b") { $0.dependencies = ["a", "gone"] } == .EINVAL)
      #expect(
        bench.log == ["init_module: found dependency that is (no longer?) a module."])
      #expect(try bench.line("a")?.hasSuffix(" [b]") == stays)
    }
  }

  @Test("a module cannot depend on itself (SEMANTICS 3.1 note 3)")
  func selfDependency() throws {
    let bench = try Bench(.v2_4)
    #expect(try load(bench, "b") { $0.dependencies = ["b"] } == .EINVAL)
    #expect(bench.log == ["init_module: self-referential dependency in mod->deps."])
  }

  @Test("a user whose init fails stays a user until insmod removes it (SEMANTICS 3.1 row 3)")
  func failingUser() throws {
    let bench = try Bench(.v2_4)
    try bench.load("a")
    let script = Puppet.Script { _ async throws(Errno) in throw .EIO }
    let errno = try Puppet.$script.withValue(script) {
      try bench.errno { system async throws(Errno) in
        var image = ModuleImage(name: "b", type: Puppet.self)
        image.dependencies = ["a"]
        try await system.insert(image)
      }
    }
    #expect(errno == .EIO)
    #expect(try bench.unload("a") == .EBUSY)
    #expect(try bench.unload("b") == nil)
    #expect(try bench.unload("a") == nil)
  }

  @Test(
    "flags that only the kernel may set, and a header of a wrong size (SEMANTICS 3.1 note 1, note 2)"
  )
  func sanity() throws {
    let bench = try Bench(.v2_4)
    #expect(try load(bench, "flags") { $0.otherFlags = 1 } == .EINVAL)
    #expect(bench.log == ["init_module: mod->flags invalid."])
    for (index, bytes) in [0x3b, 0x60 + 0x41].enumerated() {
      #expect(try load(bench, "h\(index)") { $0.headerBytes = bytes } == .EINVAL)
      #expect(
        bench.log.suffix(2) == [
          "init_module: Invalid module header size.",
          "A new version of the modutils is likely needed.",
        ])
    }
    for (index, bytes) in [0x3c, 0x60 + 0x40].enumerated() {
      #expect(try load(bench, "ok\(index)") { $0.headerBytes = bytes } == nil)
    }
  }

  @Test(
    "rmmod -a: a second chance for what was visited, none for what was not (SEMANTICS 3.1 row 5)")
  func autoclean() throws {
    for version in versions {
      let bench = try Bench(version)
      func clean() throws {
        try bench.run { system async throws(Errno) in try await system.deleteModule(nil) }
      }
      #expect(try load(bench, "fresh") { $0.isAutoclean = true } == nil)
      #expect(try load(bench, "kept") { _ in } == nil)
      #expect(try load(bench, "base") { $0.isAutoclean = true } == nil)
      #expect(
        try load(bench, "user") {
          $0.isAutoclean = true
          $0.dependencies = ["base"]
        } == nil)
      #expect(try bench.line("fresh")?.hasSuffix(" (autoclean) (unused)") == true)
      for name in ["kept", "user"] {
        let header = try #require(bench.module(name)?.address)
        try bench.references { kernel throws(Trap) in
          try kernel.getModule(at: header)
          try kernel.putModule(at: header)
        }
      }
      // What was never used stays; what was visited gets a second chance.
      try clean()
      #expect(Set(bench.kernel.modules.map(\.name)) == ["fresh", "kept", "base", "user"])
      // Now the user goes, and what it used has just been freed: not in this pass, but in the next.
      try clean()
      #expect(Set(bench.kernel.modules.map(\.name)) == ["fresh", "kept"])
    }
  }

  @Test("delete_module(NULL) needs root, too (SEMANTICS 3.1 row 5)")
  func autocleanCapability() throws {
    let bench = try Bench(.v2_4)
    let errno = try bench.errno { system async throws(Errno) in
      try await system.setUserID(99)
      try await system.deleteModule(nil)
    }
    #expect(errno == .EPERM)
  }

  @Test(
    "2.4: whoever counts through owner is refused once the module is deleted (SEMANTICS 4: try_inc_mod_count)"
  )
  func tryInc() throws {
    let bench = try Bench(.v2_4)
    try bench.load { _ in
    } cleanUp: { module in
      await module.scheduleTimeout(20)
    }
    let header = try #require(bench.module()?.address)
    var taken: [Bool] = []
    func take() throws {
      try bench.references { kernel throws(Trap) in
        taken.append(try kernel.tryGetModule(at: header))
        if taken.last == true { try kernel.putModule(at: header) }
      }
    }
    try take()
    try bench.startUnloading()
    try take()
    #expect(taken == [true, false])
  }

  @Test(
    "2.4: a use counted through owner meets rmmod at the lock, on either side (SEMANTICS 0.3, 13)")
  func unloadLock() throws {
    for places in [["not in use", "before cleanup"], ["before cleanup"]] {
      let director = Director()
      let bench = try Bench(.v2_4, mode: SchedulingMode(processors: 2), policy: director)
      try bench.load()
      let header = try #require(bench.module()?.address)
      var isTaken: Bool?
      let remover = try bench.start("rmmod") { system async throws(Errno) in
        try await system.deleteModule("test")
      }
      let getter = try bench.start("getter") { system async throws(Errno) in
        try await system.call(.sysOpen) { () async throws(Trap) in
          isTaken = try system.kernel.tryGetModule(at: header)
        }
      }
      director.favourites = [remover.pid]
      director.cues = places.map {
        .init(pid: remover.pid, place: $0, then: [getter.pid, remover.pid])
      }
      bench.pass(ticks: 5)
      #expect(isTaken == false)
      #expect(remover.exitStatus == 0)
    }
  }

  @Test(
    "a plain MOD_INC between the look and the mark is not seen by anybody (SEMANTICS 3.1: atomicity)"
  )
  func plainCount() throws {
    for version in versions {
      let director = Director()
      let bench = try Bench(version, mode: SchedulingMode(processors: 2), policy: director)
      try bench.load()
      let header = try #require(bench.module()?.address)
      let remover = try bench.start("rmmod") { system async throws(Errno) in
        try await system.deleteModule("test")
      }
      let user = try bench.start("user") { system async throws(Errno) in
        try await system.call(.sysOpen) { () async throws(Trap) in
          try system.kernel.getModule(at: header)
        }
      }
      director.favourites = [remover.pid]
      director.cues = [.init(pid: remover.pid, place: "not in use", then: [user.pid])]
      bench.pass(ticks: 5)
      #expect(user.exitStatus == 0)
      #expect(remover.exitStatus == 0)
      #expect(bench.module() == nil)
    }
  }

  @Test(
    "MOD_DEC writes the flags after the count: the header can be gone by then (SEMANTICS 4: MOD_DEC_USE_COUNT, SEMANTICS 13)"
  )
  func headerStore() throws {
    let director = Director()
    let bench = try Bench(.v2_4, mode: SchedulingMode(processors: 2), policy: director)
    try bench.load { module in module.modIncUseCount() }
    let header = try #require(bench.module()?.address)
    let leaver = try bench.start("leaver") { system async throws(Errno) in
      try await system.call(.sysClose) { () async throws(Trap) in
        try system.kernel.putModule(at: header)
      }
    }
    let remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.deleteModule("test")
    }
    director.favourites = [leaver.pid]
    director.cues = [.init(pid: leaver.pid, place: "after the count", then: [remover.pid])]
    bench.pass(ticks: 5)
    #expect(remover.exitStatus == 0)
    #expect(bench.hasDied(leaver))
  }
}
