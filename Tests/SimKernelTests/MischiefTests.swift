import Testing

@testable import SimKernel

/// Something that no module should do.
private struct Mischief: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let body: @Sendable (Puppet, Bench) async throws(Errno) -> Void

  init(
    _ name: String, _ body: @escaping @Sendable (Puppet, Bench) async throws(Errno) -> Void
  ) {
    testDescription = name
    self.body = body
  }
}

/// Every kernel, and the loader that was never built.
private let kernels = KernelVersion.all + [.twoStage]

@Suite("Mischief of every kind on every kernel") struct MischiefTests {
  /// What is registered, made or freed once too often; what a kernel does not have it refuses.
  private static let once = [
    Mischief("two devices of one number") { module, _ async throws(Errno) in
      for _ in 0..<2 { _ = try? module.registerChrdev(100, "twice", FileOperations()) }
      for _ in 0..<3 { try? module.unregisterChrdev(100, "twice") }
    },
    Mischief("a region, a device in it, a class and its device twice") {
      module, _ async throws(Errno) in
      let number = DeviceNumber(major: 100, minor: 0)
      let cdev = Cdev(FileOperations(owner: module))
      for _ in 0..<2 {
        try? module.registerChrdevRegion(number, count: 1, "twice")
        try? module.cdevAdd(cdev, at: number)
        let made = try? module.classCreate("twice")
        if let made { try? module.deviceCreate(made, number, "twice") }
      }
      for _ in 0..<3 { module.cdevDel(cdev) }
      for _ in 0..<3 { module.unregisterChrdevRegion(number, count: 1) }
    },
    Mischief("a misc device twice") { module, _ async throws(Errno) in
      let device = MiscDevice(minor: 100, name: "twice", FileOperations(owner: module))
      for _ in 0..<2 { try? module.miscRegister(device) }
      for _ in 0..<3 { module.miscDeregister(device) }
    },
    Mischief("a file under /proc twice") { module, _ async throws(Errno) in
      for _ in 0..<2 { try? module.createProcReadEntry("twice") { $0.print("x") } }
      for _ in 0..<2 { try? module.procCreateSingle("twice") { $0.print("x") } }
      for _ in 0..<3 { module.removeProcEntry("twice") }
      await module.procRemove("twice")
    },
    Mischief("a timer twice") { module, bench async throws(Errno) in
      let timer = KernelTimer("twice") {}
      for _ in 0..<2 { module.addTimer(timer, expires: bench.kernel.jiffies + 3) }
      for _ in 0..<3 { module.delTimer(timer) }
    },
    Mischief("work and a task twice, a queue destroyed twice") { module, _ async throws(Errno) in
      let work = Work("twice") {}
      for _ in 0..<2 { module.scheduleWork(work) }
      let task = TaskQueueEntry("twice") {}
      for _ in 0..<2 { module.queueTask(task, on: .timer) }
      for _ in 0..<2 { module.scheduleTask(task) }
      if let queue = try? module.createWorkqueue("twice") {
        module.queueWork(queue, work)
        for _ in 0..<2 { await module.destroyWorkqueue(queue) }
        module.queueWork(queue, work)
      }
    },
    Mischief("a notifier twice") { module, _ async throws(Errno) in
      let block = NotifierBlock("twice") { _, _ in }
      for _ in 0..<2 { module.registerModuleNotifier(block) }
      for _ in 0..<3 { try? module.unregisterModuleNotifier(block) }
    },
    Mischief("a symbol put that was never got, a use given back that was never taken") {
      module, _ async throws(Errno) in
      module.modDecUseCount()
      module.modulePut(module.thisModule)
    },
    Mischief("memory freed that is not there") { module, _ async throws(Errno) in
      module.kfree(module.moduleBase)
    },
    Mischief("locks let go that nobody has") { module, _ async throws(Errno) in
      module.spinUnlock(SpinLock())
      module.spinUnlockIrqrestore(SpinLock())
      module.mutexUnlock(KernelMutex())
      module.up(Semaphore())
      module.unlockKernel()
      module.rcuReadUnlock()
      module.complete(Completion())
    },
    Mischief("a sleep with each lock") { module, _ async throws(Errno) in
      let lock = SpinLock()
      module.spinLockIrqsave(lock)
      await module.scheduleTimeout(2)
      module.spinUnlockIrqrestore(lock)
      let mutex = KernelMutex()
      for _ in 0..<2 { await module.mutexLock(mutex) }
    },
    Mischief("a thread that throws its stop away, stopped twice") { module, _ async throws(Errno) in
      _ = try? module.kernelThread { 1 }
      if let thread = try? module.kthreadRun("twice", { 1 }) {
        for _ in 0..<2 { _ = await module.kthreadStop(thread) }
      }
    },
    Mischief("work, a timer and a task that queue themselves for ever") {
      module, bench async throws(Errno) in
      var timer: KernelTimer?
      timer = KernelTimer("again") {
        if let timer { module.modTimer(timer, expires: bench.kernel.jiffies) }
      }
      if let timer { module.modTimer(timer, expires: bench.kernel.jiffies) }
      var work: Work?
      work = Work("again") { if let work { module.scheduleWork(work) } }
      if let work { module.scheduleWork(work) }
      var task: TaskQueueEntry?
      task = TaskQueueEntry("again") { if let task { module.queueTask(task, on: .timer) } }
      if let task { module.queueTask(task, on: .timer) }
    },
    Mischief("an errno that is none") { _, _ async throws(Errno) in
      throw Errno(rawValue: 0)
    },
    Mischief("an errno beyond all") { _, _ async throws(Errno) in
      throw Errno(rawValue: 1 << 40)
    },
  ]

  @Test(
    "the host lives, nothing hangs, and the machine says why it has stopped or goes on",
    arguments: kernels, once)
  fileprivate func mischief(version: KernelVersion, mischief: Mischief) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    let insmod = try bench.startLoading(ticks: 20) { [unowned bench] module async throws(Errno) in
      try await mischief.body(module, bench)
    }
    #expect(bench.pass(ticks: 50) != .lost(pid: insmod.pid))
    // One that overwrites what the timers hang on may stop the processor without a word, until 2.4.
    if bench.hasDied(insmod) { #expect(bench.console.contains("\n")) }
    guard !bench.kernel.isPanicked, insmod.exitStatus != nil else { return }
    _ = try bench.unload()
    bench.pass(ticks: 50)
    guard !bench.kernel.isPanicked else { return }
    var isAlive = false
    try bench.run { system async throws(Errno) in
      try await system.sleep(ticks: 2)
      isAlive = true
    }
    #expect(isAlive || bench.kernel.isPanicked)
  }

  @Test("a notifier that is registered twice: 2.6 never comes to the end of the chain, 6.1 warns")
  func notifierTwice() throws {
    for (version, text, stops) in [
      (KernelVersion.v2_6, "BUG: soft lockup", true),
      (.v6_1, "notifier callback twice [test] already registered", false),
    ] {
      let bench = try Bench(version)
      bench.kernel.trace.isEnabled = false
      var calls = 0
      try bench.startLoading { module in
        let block = NotifierBlock("twice") { _, _ in calls += 1 }
        for _ in 0..<2 { module.registerModuleNotifier(block) }
      }
      bench.pass(ticks: 5)
      #expect(bench.log.contains { $0.contains(text) })
      #expect(bench.kernel.isPanicked == stops)
      #expect(stops || calls == 1)
    }
  }
}
