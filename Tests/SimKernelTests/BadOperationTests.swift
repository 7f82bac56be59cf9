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

  @Test("a Task {} of a module's own cannot call the kernel, and nothing is lost")
  func ownTask() async throws {
    let bench = try Bench(.v2_4)
    var task: Task<Void, Never>?
    try bench.load { module in
      let box = Box(module)
      task = Task.detached { box.module.printk("from nowhere\n") }
    }
    await task?.value
    #expect(bench.log.isEmpty)
    #expect(try bench.unload() == nil)
  }

  /// Carries a module to where Swift would not let it go.
  private struct Box: @unchecked Sendable {
    let module: Puppet
    init(_ module: Puppet) { self.module = module }
  }
}
