import Testing

@testable import SimKernel

/// SEMANTICS 10.3, I2 and I7: counts are never below zero, and come out at the end.
@Suite("What does not come out at the end") struct BalanceTests {
  @Test(
    "a use that nobody will give back, in each generation (I7)",
    arguments: KernelVersion.watchedAll)
  func count(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      if version.loader.isUseCount {
        module.modIncUseCount()
      } else {
        _ = module.tryModuleGet(module.thisModule)
      }
    }
    bench.kernel.concludeWatch()
    let report = try #require(bench.reports(.unbalancedCount).first)
    #expect(report.subject == "use count 1")
    #expect(report.module == "test")
    #expect(report.consequence == "taken by itself")
  }

  @Test(
    "an open file explains its uses, and so does a thread (I7)",
    arguments: KernelVersion.watchedAll)
  func explained(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(
        owner: module, open: { _, _ in if version == .v2_2.watched { module.modIncUseCount() } })
    }
    try bench.start("tail") { system async throws(Errno) in
      _ = try await system.open("/dev/test")
      try await system.sleep(ticks: 10_000)
    }
    bench.pass(ticks: 5)
    #expect(bench.references() > 0)
    bench.kernel.concludeWatch()
    #expect(bench.kernel.reports.isEmpty)
  }

  @Test(
    "what died in a driver keeps its use for ever (9: what stays held)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1].map(\.watched))
  func diedInside(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(owner: module, open: { _, _ in module.store(1, at: .null) })
    }
    try bench.start("cat") { system async throws(Errno) in
      _ = try await system.open("/dev/test")
    }
    bench.pass(ticks: 5)
    #expect(bench.references() > 0)
    bench.kernel.concludeWatch()
    #expect(bench.reports(.unbalancedCount).map(\.module) == ["test"])
    #expect(bench.kernel.reports.first?.consequence == "taken for a file")
  }

  @Test("more given back than taken (I2)", arguments: KernelVersion.watchedAll)
  func negative(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module in
      if version.loader.isUseCount {
        module.modDecUseCount()
      } else {
        module.modulePut(module.thisModule)
      }
    }
    bench.kernel.concludeWatch()
    #expect(bench.reports(.unbalancedCount).map(\.subject) == ["use count -1"])
  }

  @Test(
    "a module that gives back what was taken for a file (I7)",
    arguments: [KernelVersion.v2_4, .v2_6, .v6_1].map(\.watched))
  func tooMany(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(owner: module, open: { _, _ in module.modulePut(module.thisModule) })
    }
    try bench.start("tail") { system async throws(Errno) in
      _ = try await system.open("/dev/test")
      try await system.sleep(ticks: 10_000)
    }
    bench.pass(ticks: 5)
    bench.kernel.concludeWatch()
    let report = try #require(bench.reports(.unbalancedCount).first)
    #expect(report.consequence == "more were given back than taken")
  }

  @Test(
    "a module that took another one and went without giving it back (4: symbol_get)",
    arguments: KernelVersion.watchedLate)
  func holderGone(version: KernelVersion) throws {
    let bench = try Bench(version)
    var handle: ModuleHandle?
    try bench.load("owner") { handle = $0.thisModule }
    try bench.load("user") { _ = $0.tryModuleGet(handle) }
    let other = try Bench(version)
    try other.load("owner") { handle = $0.thisModule }
    try other.load("user") { _ = $0.tryModuleGet(handle) }
    #expect(try other.unload("user") == nil)
    bench.kernel.concludeWatch()
    other.kernel.concludeWatch()
    // Whoever is still there may give it back.
    #expect(bench.kernel.reports.isEmpty)
    #expect(
      other.reports(.unbalancedCount).map(\.consequence) == ["taken by `user`, which has gone"])
  }

  @Test("memory that a module did not free when it went", arguments: KernelVersion.watchedAll)
  func memory(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      _ = try await module.kmalloc(bytes: 100)
      _ = try await module.kmalloc(bytes: 28)
      let freed = try await module.kmalloc(bytes: 5)
      module.kfree(freed)
    }
    #expect(try bench.unload() == nil)
    bench.kernel.concludeWatch()
    let report = try #require(bench.reports(.leakedMemory).first)
    #expect(bench.kernel.reports.count == 1)
    #expect(report.problem == "module `test` has gone and has not freed 128 bytes in 2 blocks")
  }

  @Test(
    "numbers, classes and work queues in the name of one who has gone",
    arguments: KernelVersion.watchedLate)
  func leftBehind(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      _ = try module.allocChrdevRegion(count: 2, "nums")
      _ = try module.classCreate("odd")
      _ = try module.createWorkqueue("mine")
      let region = try module.allocChrdevRegion(count: 1, "given back")
      module.unregisterChrdevRegion(region, count: 1)
    }
    #expect(try bench.unload() == nil)
    // As soon as the pages go; and not once more at the end.
    let count = bench.reports(.leftBehind).count
    bench.kernel.concludeWatch()
    #expect(bench.reports(.leftBehind).count == count)
    let names = bench.reports(.leftBehind).map { $0.subject.replacing(/[0-9]+:0/, with: "N:0") }
    #expect(names == ["chrdev region N:0 `nums`", "class `odd`", "workqueue `mine`"])
  }

  @Test("a module that takes everything back gives no report", arguments: KernelVersion.watchedLate)
  func correct(version: KernelVersion) throws {
    let bench = try Bench(version)
    let timer = KernelTimer("tick") {}
    let queue = WaitQueue()
    var workqueue: Workqueue?
    var thread: KernelThread?
    var cdev: Cdev?
    var number = DeviceNumber(major: 0)
    var deviceClass: DeviceClass?
    var work: Work?
    try bench.load { module async throws(Errno) in
      let made = try module.kmalloc(Work("job") {})
      work = made
      let mine = try module.createWorkqueue("mine")
      workqueue = mine
      module.queueWork(mine, made)
      module.modTimer(timer, expires: module.jiffies + 3)
      thread = try module.kthreadRun("kth") {
        while !module.kthreadShouldStop { await module.msleep(10) }
        return 0
      }
      number = try module.allocChrdevRegion(count: 1, "test")
      let device = Cdev(FileOperations(owner: module, read: { _, _ in 0 }), owner: module)
      cdev = device
      try module.cdevAdd(device, at: number)
      deviceClass = try module.classCreate("test")
      try module.procCreate("test", ProcOperations())
    } cleanUp: { module in
      await module.procRemove("test")
      if let deviceClass { module.classDestroy(deviceClass) }
      if let cdev { module.cdevDel(cdev) }
      module.unregisterChrdevRegion(number, count: 1)
      if let thread { _ = await module.kthreadStop(thread) }
      await module.delTimerSync(timer)
      if let workqueue { await module.destroyWorkqueue(workqueue) }
      if let work { module.kfree(module.address(of: work)) }
      module.wakeUp(queue)
    }
    try bench.mknod(number.major)
    #expect(try bench.openErrno() == nil)
    _ = try bench.contents(of: "/proc/test")
    #expect(try bench.unload() == nil)
    bench.kernel.concludeWatch()
    #expect(bench.kernel.reports.map(\.text) == [])
    thread = nil
  }

  @Test(
    "a driver of its time that takes everything back gives no report",
    arguments: KernelVersion.watchedEarly)
  func correctEarly(version: KernelVersion) throws {
    let bench = try Bench(version)
    let queue = WaitQueue()
    var isLeaving = false
    var task: TaskQueueEntry?
    try bench.load { module async throws(Errno) in
      let made = TaskQueueEntry("routine") {
        if isLeaving { return module.wakeUp(queue) }
        if let task { module.queueTask(task, on: .timer) }
      }
      task = made
      try module.registerChrdev(
        240, "test",
        FileOperations(
          open: { _, _ in module.modIncUseCount() }, release: { _, _ in module.modDecUseCount() }))
      try module.createProcReadEntry("test") { $0.print("text") }
      module.queueTask(made, on: .timer)
    } cleanUp: { module in
      module.removeProcEntry("test")
      do throws(Errno) { try module.unregisterChrdev(240, "test") } catch {}
      isLeaving = true
      await module.sleepOn(queue)
    }
    try bench.mknod(240)
    #expect(try bench.openErrno() == nil)
    _ = try bench.contents(of: "/proc/test")
    #expect(try bench.unload() == nil)
    bench.kernel.concludeWatch()
    #expect(bench.kernel.reports.map(\.text) == [])
    task = nil
  }
}
