import Testing

@testable import SimKernel

/// What modules do that own nothing, or too much.
@Suite("Modules that register twice and free what is not theirs") struct BadRegistrationTests {
  /// The text before the stop, and how the oops begins.
  private static let badFree: [(KernelVersion, String?, String)] = [
    (.v2_2, "kfree: Bad obj c8900000", "Unable to handle kernel NULL pointer dereference"),
    (.v2_4, "kfree: bad ptr c8900000h.", "kernel BUG at slab.c:"),
    (.v2_6, "kfree_debugcheck: out of range ptr c8900000h.", "kernel BUG at mm/slab.c:"),
    (.v6_1, nil, "kernel BUG at mm/slub.c:379!"),
  ]

  @Test("who frees what is not his dies of it, in the words of his kernel", arguments: badFree)
  func foreign(version: KernelVersion, text: String?, stop: String) throws {
    let bench = try Bench(version)
    let insmod = try bench.startLoading { module in
      module.kfree(.null)
      module.kfree(Address(0xc890_0000))
      module.printk("never said\n")
    }
    #expect(bench.hasDied(insmod))
    if let text { #expect(bench.log.contains(text)) }
    #expect(bench.log.contains { $0.contains(stop) })
    #expect(!bench.log.contains("never said"))
    #expect(try bench.load("other") == nil)
  }

  @Test("who frees twice dies of the second time", arguments: KernelVersion.all)
  func twice(version: KernelVersion) throws {
    let bench = try Bench(version)
    var isFreed = false
    let insmod = try bench.startLoading { module async throws(Errno) in
      let address = try await module.kmalloc(bytes: 100)
      module.kfree(address)
      isFreed = module.current?.pendingDeath == nil
      module.kfree(address)
    }
    #expect(isFreed)
    #expect(bench.hasDied(insmod))
    #expect(try bench.load("other") == nil)
  }

  @Test(
    "a driver that registers its number twice, or another's, is told; the machine goes on",
    arguments: KernelVersion.all)
  func driver(version: KernelVersion) throws {
    let bench = try Bench(version)
    var errors: [Errno?] = []
    try bench.load { module in
      for name in ["one", "one", "two"] {
        do throws(Errno) {
          try module.registerChrdev(100, name, FileOperations())
          errors.append(nil)
        } catch { errors.append(error) }
      }
    }
    #expect(errors == [nil, .EBUSY, .EBUSY])
    #expect(bench.log.isEmpty)
  }

  @Test(
    "a file under /proc, a notifier and a task may be registered twice and removed too often",
    arguments: KernelVersion.all)
  func others(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      let task = TaskQueueEntry("task") {}
      for _ in 0..<2 { module.queueTask(task, on: .timer) }
      if !version.facilities.contains(.prepareToWait) {
        for _ in 0..<2 { try? module.createProcReadEntry("twice") { $0.print("x") } }
      }
      for _ in 0..<3 { module.removeProcEntry("twice") }
      let timer = KernelTimer("timer") {}
      for _ in 0..<2 { _ = module.delTimer(timer) }
      module.up(Semaphore(count: 1))
      module.unlockKernel()
      module.printk("still there\n")
    }
    #expect(bench.log.contains("still there"))
    bench.pass(ticks: 5)
    #expect(!bench.kernel.isPanicked)
    #expect(try bench.run { _ in } == .finished)
  }

  @Test(
    "a use too many of a module is taken back until 2.4 without a word, and keeps it for ever",
    arguments: [KernelVersion.v2_2, .v2_4])
  func uses(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      for _ in 0..<3 { module.modDecUseCount() }
    }
    #expect(bench.log.isEmpty)
    #expect(bench.references() == -3)
    #expect(try bench.unload() == .EBUSY)
  }
}
