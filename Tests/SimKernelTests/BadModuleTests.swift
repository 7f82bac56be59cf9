import Dispatch
import Testing

@testable import SimKernel

@Suite("Modules that do what they should not") struct BadModuleTests {
  @Test("a module that calls the kernel while it is being made is refused, with its name")
  func callsInInit() throws {
    let bench = try Bench()
    #expect(try bench.load(Hasty.self) == nil)
    #expect(
      bench.log.first
        == "Hasty: a call of the kernel from an object that is not loaded was refused; "
        + "init() can only give variables their values")
    #expect(!bench.log.contains("too early"))
    #expect(try bench.unload() == nil)
  }

  @Test("a second object of a class that sleeps ends its process instead of sleeping for ever")
  func secondObject() throws {
    let bench = try Bench()
    let outcome = try bench.run { system async throws(Errno) in
      let image = ModuleImage(name: "double", type: Double.self)
      try await system.createModule("double", size: image.size)
      try await system.initModule("double", image)
    }
    #expect(outcome == .finished)
    #expect(bench.log.contains { $0.hasPrefix("Double: a call of the kernel") })
  }

  @Test("more functions than a module has room for get more pages, which go with it")
  func manyFunctions() throws {
    let bench = try Bench()
    var calls = 0
    try bench.load { module in
      for index in 0..<200 {
        module.queueTask(TaskQueueEntry("f\(index)") { calls += 1 }, on: .timer)
      }
      #expect(bench.kernel.functions.count == 202)
    }
    bench.pass(ticks: 2)
    #expect(calls == 200)
    let pages = try #require(bench.module()?.extraRegions.map(\.start))
    #expect(!pages.isEmpty)
    #expect(try bench.unload() == nil)
    for page in pages { #expect(bench.kernel.memory.load8(page) == nil) }
    #expect(bench.kernel.functions.isEmpty)
  }

  @Test("the same string is stored once, however often it is handed over")
  func strings() throws {
    let bench = try Bench()
    try bench.load { module async throws(Errno) in
      let operations = FileOperations()
      for _ in 0..<1000 {
        try module.registerChrdev(240, "device", operations)
        try module.unregisterChrdev(240, "device")
      }
    }
    #expect(bench.module()?.extraRegions.map(\.start) == [])
  }

  @Test("a name of 10,000 bytes is a name, and what is shown of it ends at a page")
  func longNames() throws {
    let bench = try Bench()
    let name = String(repeating: "é", count: 5000)
    try bench.load { module async throws(Errno) in
      try module.registerChrdev(240, name, FileOperations())
      try module.createProcReadEntry(name) { $0.print("x") }
    }
    #expect(try bench.contents(of: "/proc/\(name)") == "x")
    let shown = try #require(try bench.contents(of: "/proc/devices"))
    #expect(shown.utf8.count < 4500)
  }

  @Test("a process that awaits something of the host's is lost, and the run says which")
  func foreignSleep() throws {
    let bench = try Bench()
    let outcome = try bench.run("dreamer") { _ async throws(Errno) in
      try? await Task.sleep(for: .seconds(600))
    }
    #expect(outcome == .lost(pid: 2))
    // It stays lost, also when the host has given it back meanwhile.
    #expect(try bench.run { _ in } == .lost(pid: 2))
  }

  @Test("a lost process that comes back after its machine has gone ends quietly")
  func lateReturn() async throws {
    let semaphore = DispatchSemaphore(value: 0)
    let isOver = DispatchSemaphore(value: 0)
    let bench = try Bench()
    let outcome = try bench.run { system async throws(Errno) in
      await withUnsafeContinuation { continuation in
        DispatchQueue.global().async {
          semaphore.wait()
          continuation.resume()
        }
      }
      do throws(Errno) { try await system.sleep(ticks: 1) } catch { isOver.signal() }
    }
    #expect(outcome == .lost(pid: 2))
    bench.kernel.shutDown()
    semaphore.signal()
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        isOver.wait()
        continuation.resume()
      }
    }
  }

  @Test("child tasks and yields of Swift's own stay on the machine")
  func swiftConcurrency() throws {
    let bench = try Bench()
    var sum = 0
    let outcome = try bench.run { _ async throws(Errno) in
      await Task.yield()
      sum = await withTaskGroup(of: Int.self) { group in
        for index in 0..<10 { group.addTask { index } }
        return await group.reduce(0, +)
      }
    }
    #expect(outcome == .finished)
    #expect(sum == 45)
  }

  @Test("a loop round a sleep does not hang the host, whatever has happened to its machine")
  func sleepingLoops() throws {
    let bench = try Bench()
    let queue = WaitQueue()
    try bench.load { _ in
    } cleanUp: { module in
      while true { await module.sleepOn(queue) }
    }
    let outcome = try bench.run { system async throws(Errno) in
      try await system.deleteModule("test")
    }
    #expect(outcome == .stuck)
    bench.kernel.shutDown()
  }

  @Test("a loop round a sleep ends with the fault of the call before it")
  func faultBeforeLoop() throws {
    let bench = try Bench()
    try bench.load { module in
      let lost = WaitQueue()
      lost.address = Address(0x10)
      module.wakeUp(lost)
      while true { await module.scheduleTimeout(1) }
    }
    #expect(bench.console.contains("NULL pointer dereference"))
    #expect(bench.pass(ticks: 5) == .stuck)
  }

  @Test("a condition that faults ends the process that waits for it")
  func faultInCondition() throws {
    let bench = try Bench()
    let queue = WaitQueue()
    try bench.load { module in
      await module.waitEvent(queue) {
        let lost = WaitQueue()
        lost.address = Address(0x10)
        module.wakeUp(lost)
        return false
      }
    }
    #expect(bench.console.contains("NULL pointer dereference"))
  }

  @Test("a loop round a sleep in a machine that panics meanwhile does not hang the host")
  func loopAfterPanic() throws {
    let bench = try Bench()
    let outcome = try bench.run { _ async throws(Errno) in
      bench.kernel.panic("test")
      while true { await KernelCalls.sleeping(Empty()) { _ in } }
    }
    #expect(outcome == .panicked)
  }

  @Test("a task that queues itself for ever lets a machine stand still in the end")
  func endlessTask() throws {
    let bench = try Bench()
    bench.kernel.trace.isEnabled = false
    try bench.load { module in
      var task: TaskQueueEntry?
      task = TaskQueueEntry("again") { if let task { module.queueTask(task, on: .timer) } }
      if let task { module.queueTask(task, on: .timer) }
    }
    #expect(bench.pass(ticks: .max) == .stuck)
  }

  @Test("a policy that picks what is not on offer gets the first choice")
  func wildPolicy() throws {
    struct Wild: SchedulePolicy {
      func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int { -1 }
      func pauses(at step: ScheduleStep) -> Bool { false }
    }
    let bench = try Bench(policy: Wild())
    #expect(try bench.run { _ in } == .finished)
  }
}

/// A module that cannot wait.
private final class Hasty: Module {
  init() { printk("too early\n") }
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

/// A module that makes another one of its own kind, and lets it sleep.
private final class Double: Module {
  func initModule() async throws(Errno) {
    let other = Double()
    while true { await other.scheduleTimeout(1) }
  }
  func cleanupModule() async {}
}
