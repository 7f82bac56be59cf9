import Testing

@testable import SimKernel

/// Lets a process stand still at one place until nobody else can do anything.
private struct HoldAt: SchedulePolicy {
  let place: String
  private(set) var held: Int?

  init(_ place: String) { self.place = place }

  mutating func pauses(at step: ScheduleStep) -> Bool {
    guard held == nil, step.place == place else { return false }
    held = step.pid
    return true
  }

  mutating func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int {
    let others = choices.firstIndex { choice in
      if case .run(let pid, _) = choice { pid != held } else { false }
    }
    let own = choices.firstIndex { choice in
      if case .run(let pid, _) = choice { pid == held } else { false }
    }
    return others ?? own ?? 0
  }
}

/// Chooses by chance, from a seed.
private struct Chance: SchedulePolicy {
  var state: UInt64

  mutating func draw(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func pauses(at step: ScheduleStep) -> Bool { draw(2) == 0 }
  mutating func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int {
    draw(choices.count)
  }
}

@Suite("Opening a device while its module goes, on two processors") struct OpenRaceTests {
  /// Opens a device in one process and removes its module in another.
  ///
  /// - Returns: What the two calls ended with, and where anybody faulted.
  private func race(
    _ version: KernelVersion, _ policy: any SchedulePolicy, isOwned: Bool, openers: Int = 1,
    keptFor ticks: Int = 0
  ) throws -> (opened: [Errno?], removed: [Errno?], faults: [String]) {
    let bench = try Bench(version, mode: SchedulingMode(processors: 2))
    try bench.loadDriver { module in
      FileOperations(owner: isOwned ? module : nil, open: { _, _ in }, release: { _, _ in })
    }
    bench.kernel.policy = policy
    var opened: [Errno?] = []
    var removed: [Errno?] = []
    for _ in 0..<openers {
      try bench.start("open") { system async throws(Errno) in
        do throws(Errno) {
          let descriptor = try await system.open("/dev/test")
          if ticks > 0 { try await system.sleep(ticks: ticks) }
          try await system.close(descriptor)
          opened.append(nil)
        } catch {
          opened.append(error)
        }
      }
    }
    try bench.start("rmmod") { system async throws(Errno) in
      // Until 2.4 the module's system calls are under the big kernel lock.
      let isLocked = version.files.lookup == .slots
      if isLocked { await bench.kernel.lockKernel() }
      defer { if isLocked { bench.kernel.unlockKernel() } }
      do throws(Errno) {
        try await system.deleteModule("test", flags: .nonBlocking)
        removed.append(nil)
      } catch {
        removed.append(error)
      }
    }
    bench.pass(ticks: 5000)
    return (opened, removed, bench.faultTexts)
  }

  @Test("C4: 2.4, no owner: between the look-up and the call nothing keeps the module there")
  func entryAfterRemoval() throws {
    let result = try race(
      .v2_4, HoldAt("chrdev_open: between the look-up and the call"), isOwned: false)
    #expect(result.removed == [nil])
    #expect(result.faults.first == "read in chrdev_open")
  }

  @Test(
    "C6: with an owner the module is counted there, and cannot go",
    arguments: [
      (KernelVersion.v2_4, "between the look-up and the call"),
      (.v2_6, "between the look-up and the call"),
      (.v6_1, "between the look-up and the call"),
      (.v2_6, "the cdev is counted, its operations are not"),
      (.v6_1, "the cdev is counted, its operations are not"),
    ])
  func counted(version: KernelVersion, place: String) throws {
    let result = try race(version, HoldAt("chrdev_open: " + place), isOwned: true, keptFor: 2)
    #expect(result.opened == [nil])
    #expect(result.removed == [version == .v2_4 ? .EBUSY : .EAGAIN])
    #expect(result.faults.isEmpty)
  }

  @Test(
    "SEMANTICS 13: whoever has read the table and not counted yet has the lock: rmmod waits for it",
    arguments: [
      (KernelVersion.v2_4, "chrdev_open: the operations are read, and not counted", Errno.ENODEV),
      // To set the flag, 2.6 stops the machine: it waits until the opener has counted.
      (.v2_6, "exact_lock: before the owner is counted", nil),
      (.v6_1, "exact_lock: before the owner is counted", .ENXIO),
    ] as [(KernelVersion, String, Errno?)])
  func lockedOut(version: KernelVersion, place: String, expected: Errno?) throws {
    let result = try race(version, HoldAt(place), isOwned: true, keptFor: 2)
    #expect(result.opened == [expected])
    #expect(result.removed == [expected == nil ? .EAGAIN : nil])
    #expect(result.faults.isEmpty)
  }

  @Test(
    "with an owner nobody faults in any order; 2.4's last user can, after he has counted down (3)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1])
  func anyOrder(version: KernelVersion) throws {
    for seed in 0..<60 as Range<UInt64> {
      let result = try race(
        version, Chance(state: seed &* 7919 &+ 1), isOwned: true, openers: 3)
      #expect(result.opened.count + result.faults.count == 3, "seed \(seed)")
      #expect(result.removed.count == 1, "seed \(seed)")
      let isLastUser = version == .v2_4 && result.faults == ["read in fput"]
      #expect(result.faults.isEmpty || isLastUser, "seed \(seed)")
    }
  }

  @Test("C1: 2.2 counts nobody; all of open and rmmod is under the big kernel lock")
  func underTheBigLock() throws {
    for seed in 0..<60 as Range<UInt64> {
      let result = try race(.v2_2, Chance(state: seed &* 7919 &+ 1), isOwned: true)
      // Closing after rmmod faults, opening never does.
      #expect(result.faults.allSatisfy { $0 == "read in filp_close" }, "seed \(seed)")
    }
  }
}
