import Testing

@testable import SimKernel

@Suite("Removal against those who are just coming or leaving") struct StopMachineTests {
  /// What came of a reference and a removal that met.
  private struct Meeting {
    var isTaken: Bool?
    var getterHasDied = false
    var errno: Errno?
    var isThere = false
  }

  /// Somebody takes a reference and is stopped after he has looked at the state; meanwhile somebody else
  /// removes the module as far as he gets.
  private func meet(_ version: KernelVersion, isPreemptible: Bool = false) throws -> Meeting {
    let director = Director()
    let bench = try Bench(
      version, mode: SchedulingMode(processors: 2, isPreemptible: isPreemptible), policy: director)
    try bench.load()
    let header = try #require(bench.module()?.address)
    var meeting = Meeting()
    let getter = try bench.start("getter") { system async throws(Errno) in
      try await system.call(.sysOpen) { () async throws(Trap) in
        meeting.isTaken = try system.kernel.tryGetModule(at: header)
      }
    }
    let remover = try bench.start("rmmod") { system async throws(Errno) in
      try await system.deleteModule("test", flags: .nonBlocking)
    }
    director.favourites = [getter.pid]
    director.cues = [.init(pid: getter.pid, place: "try_module_get", then: [remover.pid])]
    bench.pass(ticks: 5)
    meeting.getterHasDied = bench.hasDied(getter)
    meeting.errno = bench.errno(of: remover)
    meeting.isThere = bench.module() != nil
    #expect(remover.exitStatus != nil)
    return meeting
  }

  @Test("B1: sum, then set, and a reference is taken to a module that goes (SEMANTICS 13)")
  func b1() throws {
    let broken = try meet(.brokenB1SumThenSet)
    #expect(broken.isTaken == true && broken.errno == nil && !broken.isThere)
    let right = try meet(.v2_6)
    #expect(right.isTaken == true && right.errno == .EAGAIN && right.isThere)
  }

  @Test("B2: a get that can be preempted counts in memory that has gone (SEMANTICS 13)")
  func b2() throws {
    let broken = try meet(.brokenB2PreemptibleGet, isPreemptible: true)
    #expect(broken.getterHasDied && broken.isTaken == nil && broken.errno == nil)
    let right = try meet(.v2_6, isPreemptible: true)
    #expect(right.isTaken == true && right.errno == .EAGAIN && !right.getterHasDied)
    // Where the kernel is not preemptible anyway, the mistake does not show.
    let lucky = try meet(.brokenB2PreemptibleGet)
    #expect(lucky.isTaken == true && lucky.errno == .EAGAIN)
  }

  @Test("6.1: the same meeting, with one atomic count and nobody stopped (SEMANTICS 4.1)")
  func atomic() throws {
    let meeting = try meet(.v6_1)
    #expect(meeting.isTaken == false && meeting.errno == nil && !meeting.isThere)
    #expect(!meeting.getterHasDied)
  }

  @Test("B3: counts added up one by one while a use moves: a used module is going (SEMANTICS 13)")
  func b3() throws {
    // The third processor is the remover's: the first two are needed to count.
    func move(_ version: KernelVersion) throws -> (Errno?, state: ModuleState, count: Int) {
      let director = Director()
      let bench = try Bench(version, mode: SchedulingMode(processors: 3), policy: director)
      try bench.load()
      let module = try #require(bench.module())
      // One use, counted on the second processor.
      let cell = module.address + module.header.count(of: 1)
      _ = bench.kernel.memory.store32(cell, 1)
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
      let remover = try bench.start("rmmod") { system async throws(Errno) in
        try await system.deleteModule("test", flags: .nonBlocking)
      }
      director.favourites = [getter.pid]
      director.cues = [
        .init(pid: getter.pid, place: "about to count", then: [putter.pid]),
        .init(pid: putter.pid, place: "about to count", then: [remover.pid]),
        .init(pid: remover.pid, place: "B3", then: [getter.pid, putter.pid, remover.pid]),
      ]
      bench.pass(ticks: 5)
      return (
        bench.errno(of: remover), bench.kernel.state(of: module), bench.kernel.useCount(of: module)
      )
    }
    let broken = try move(.brokenB3CellByCell)
    // The remover, who would not wait, now sleeps until a use is given back that it says is not there.
    #expect(broken.0 == nil && broken.state == .going && broken.count == 1)
    let right = try move(.v2_6)
    #expect(right.0 == .EAGAIN && right.state == .live && right.count == 1)
  }

  @Test(
    "B4: going before it is known, and somebody is sent away from a module that stays (SEMANTICS 13)"
  )
  func b4() throws {
    func knock(_ version: KernelVersion) throws -> (isTaken: Bool?, Errno?) {
      let director = Director()
      let bench = try Bench(version, mode: SchedulingMode(processors: 2), policy: director)
      try bench.load()
      let header = try #require(bench.module()?.address)
      try bench.references { kernel throws(Trap) in _ = try kernel.tryGetModule(at: header) }
      var isTaken: Bool?
      let remover = try bench.start("rmmod") { system async throws(Errno) in
        try await system.deleteModule("test", flags: .nonBlocking)
      }
      let getter = try bench.start("getter") { system async throws(Errno) in
        try await system.call(.sysOpen) { () async throws(Trap) in
          isTaken = try system.kernel.tryGetModule(at: header)
        }
      }
      director.favourites = [remover.pid]
      director.cues = [.init(pid: remover.pid, place: "B4", then: [getter.pid, remover.pid])]
      bench.pass(ticks: 5)
      return (isTaken, bench.errno(of: remover))
    }
    let broken = try knock(.brokenB4GoingBeforeCheck)
    #expect(broken.isTaken == false && broken.1 == .EAGAIN)
    let right = try knock(.v2_6)
    #expect(right.isTaken == true && right.1 == .EAGAIN)
  }

  @Test(
    "B5: freed at once, and whoever is leaving reads memory that has gone (SEMANTICS 3.2 variants: unlink, SEMANTICS 13)"
  )
  func b5() throws {
    func leave(_ version: KernelVersion) throws -> (leaverHasDied: Bool, isThere: Bool) {
      let director = Director()
      let bench = try Bench(version, mode: SchedulingMode(processors: 2), policy: director)
      try bench.load()
      let header = try #require(bench.module()?.address)
      try bench.references { kernel throws(Trap) in
        for _ in 0..<2 { _ = try kernel.tryGetModule(at: header) }
      }
      let remover = try bench.startUnloading()
      let leavers = try (0..<2).map { _ in
        try bench.start("leaver") { system async throws(Errno) in
          try await system.call(.sysOpen) { () async throws(Trap) in
            try system.kernel.putModule(at: header)
          }
        }
      }
      director.favourites = [leavers[0].pid]
      director.cues = [
        .init(pid: leavers[0].pid, place: "module_put", then: [leavers[1].pid, remover.pid])
      ]
      bench.pass(ticks: 5)
      return (bench.hasDied(leavers[0]), bench.module() != nil)
    }
    let broken = try leave(.brokenB5FreeAtOnce)
    #expect(broken.leaverHasDied)
    let right = try leave(.v2_6)
    #expect(!right.leaverHasDied && !right.isThere)
  }
}
