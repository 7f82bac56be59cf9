import Testing

@testable import SimKernel

@Suite("Modules that throw, sleep with a lock, or start tasks of their own")
struct BadOperationTests {
  @Test(
    "a driver that throws from every operation: each error is the caller's, and nothing stays in use",
    arguments: KernelVersion.all)
  func throwing(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(
        owner: module, release: { _, _ async throws(Errno) in throw .EIO },
        read: { _, _ async throws(Errno) in throw .ENXIO },
        write: { _, _ async throws(Errno) in throw .ENOMEM },
        llseek: { _, _, _ async throws(Errno) in throw .ERANGE },
        ioctl: { _, _, _ async throws(Errno) in throw .EBUSY },
        mmap: { _, _ async throws(Errno) in throw .EPERM })
    }
    var errors: [Errno] = []
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test", .readWrite)
      do throws(Errno) { _ = try await system.read(file, count: 1) } catch { errors.append(error) }
      do throws(Errno) { try await system.write(file, [1]) } catch { errors.append(error) }
      do throws(Errno) { _ = try await system.lseek(file, 1) } catch { errors.append(error) }
      do throws(Errno) { try await system.ioctl(file, 1) } catch { errors.append(error) }
      do throws(Errno) { _ = try await system.mmap(file, length: 4096) } catch {
        errors.append(error)
      }
      // What release says is nobody's.
      do throws(Errno) { try await system.close(file) } catch { errors.append(error) }
    }
    #expect(errors == [.ENXIO, .ENOMEM, .ERANGE, .EBUSY, .EPERM])
    #expect(bench.references() == 0)
    #expect(try bench.unload() == nil)
  }

  @Test(
    "a process that sleeps with a spinlock: said where preemption is counted, a lock-up where another wants it",
    arguments: KernelVersion.all)
  func sleepsWithLock(version: KernelVersion) throws {
    let bench = try Bench(version)
    let insmod = try bench.startLoading(ticks: 30) { module in
      let lock = SpinLock()
      module.spinLock(lock)
      await module.scheduleTimeout(3)
      module.spinUnlock(lock)
    }
    #expect(insmod.exitStatus == 0)
    let isCounted = version == .v6_1
    #expect(bench.log.contains { $0.hasPrefix("BUG: scheduling while atomic: ") } == isCounted)
    #expect(try bench.unload() == nil)
  }

  @Test(
    "who wants a spinlock that a sleeper holds spins until the watchdog ends the machine",
    arguments: [KernelVersion.v2_4, .v2_6])
  func wantsSleepersLock(version: KernelVersion) throws {
    let bench = try Bench(version, mode: SchedulingMode(processors: 2))
    bench.kernel.trace.isEnabled = false
    let lock = SpinLock()
    try bench.startLoading("sleeper") { module in
      module.spinLock(lock)
      await module.sleepOn(WaitQueue())
    }
    try bench.startLoading("other") { module in module.spinLock(lock) }
    bench.pass(ticks: 10)
    #expect(bench.kernel.isPanicked)
  }

  @Test(
    "a task of a module's own calls the kernel: refused, said in the log, and nothing is lost",
    arguments: KernelVersion.all, [true, false])
  func ownTask(version: KernelVersion, isDetached: Bool) async throws {
    let bench = try Bench(version)
    var task: Task<Void, Never>?
    try bench.load { module in
      let box = Box(module)
      let calls = { @Sendable in
        box.module.printk("from nowhere\n")
        box.module.spinLock(SpinLock())
        #expect(box.module.current == nil)
      }
      task = isDetached ? Task.detached(operation: calls) : Task(operation: calls)
    }
    await task?.value
    #expect(try bench.unload() == nil)
    #expect(bench.log.count == 3)
    for line in bench.log {
      #expect(line.hasPrefix("Puppet: a call of the kernel from outside of its machine"))
    }
    #expect(!bench.console.contains("from nowhere"))
  }

  @Test("a task of a module's own that wants to sleep is left suspended, and the machine goes on")
  func ownSleepingTask() async throws {
    let bench = try Bench(.v2_4)
    try bench.load { module in
      let box = Box(module)
      Task { await box.module.scheduleTimeout(1) }
      await module.scheduleTimeout(2)
    }
    while bench.log.isEmpty {
      await Task.yield()
      bench.pass(ticks: 1)
    }
    #expect(try bench.unload() == nil)
    #expect(bench.log.count == 1)
  }

  @Test("the main actor's thread drives no machine: its calls are refused as well")
  func mainActor() async throws {
    let bench = try Bench(.v2_4)
    try bench.load { _ in }
    let module = try #require(bench.module()?.instance as? Puppet)
    let box = Box(module)
    await MainActor.run { box.module.printk("from the main actor\n") }
    #expect(try bench.unload() == nil)
    #expect(bench.log.count == 1)
  }

  @Test("a system call from a task that is not the process's touches nothing")
  func foreignSystemCall() async throws {
    struct Carrier: @unchecked Sendable { var system: SystemCalls }
    let bench = try Bench(.v2_4)
    var task: Task<Errno?, Never>?
    try bench.run { system in
      let carrier = Carrier(system: system)
      task = Task.detached {
        do throws(Errno) { _ = try await carrier.system.open("/dev/null") } catch { return error }
        return nil
      }
    }
    #expect(await task?.value == .machineIsGone)
  }

  @Test("child tasks that both sleep: the second is refused, and the process is lost, not hung")
  func childTasks() throws {
    let bench = try Bench(.v2_4)
    var outcome: RunOutcome?
    let insmod = try bench.startLoading { module in
      let box = Box(module)
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<2 { group.addTask { await box.module.scheduleTimeout(2) } }
      }
    }
    outcome = bench.pass(ticks: 10)
    #expect(outcome == .lost(pid: insmod.pid))
    #expect(bench.log.contains { $0.contains("child tasks cannot call the kernel") })
  }

  /// Carries a module to where Swift would not let it go.
  private struct Box: @unchecked Sendable {
    let module: Puppet
    init(_ module: Puppet) { self.module = module }
  }
}
