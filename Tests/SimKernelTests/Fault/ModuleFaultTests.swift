import Testing

@testable import SimKernel

/// What a module does wrong in one of its functions.
struct Mistake: Sendable {
  let name: String
  let body: @Sendable (Puppet) -> Void

  static let nullWrite = Mistake(name: "NULL write") { $0.store(1, at: .null) }
  static let bug = Mistake(name: "BUG") { $0.bug(file: "driver.c", line: 17) }
  static let division = Mistake(name: "division") { _ = $0.divide(1, by: 0) }
  static let wildPointer = Mistake(name: "wild pointer") {
    $0.store(1, at: Address(0xdead_0000_0000_0100))
  }
}

extension KernelVersion {
  static let generations: [KernelVersion] = [.v2_2, .v2_4, .v2_6, .v6_1]
}

extension Bench {
  /// Opens the test driver and reads from it, in a process of its own.
  func readDriver(_ name: String = "reader") throws -> SimKernel.Process {
    let process = try start(name) { system async throws(Errno) in
      _ = try await system.read(try await system.open("/dev/test"), count: 1)
    }
    _ = kernel.run(until: { process.exitStatus != nil }, ticks: 1000)
    return process
  }

  /// A machine with a driver whose `read` does something wrong.
  static func withFaultyRead(
    _ version: KernelVersion, _ mistake: Mistake = .nullWrite
  ) throws -> Bench {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(
        owner: module,
        read: { _, _ in
          mistake.body(module)
          return 0
        })
    }
    return bench
  }
}

@Suite("A module's fault, by generation") struct ModuleFaultTests {
  @Test(
    "in read it kills the process that reads; the machine goes on (SEMANTICS 9.1: process; linux-6.1, What kills whom)",
    arguments: zip(
      KernelVersion.generations, [Signal.SIGSEGV, Signal.SIGSEGV, Signal.SIGSEGV, Signal.SIGKILL]))
  func inRead(version: KernelVersion, signal: Int) throws {
    let bench = try Bench.withFaultyRead(version)
    #expect(try bench.readDriver().exitStatus == signal)
    let first =
      version == .v6_1
      ? "BUG: kernel NULL pointer dereference, address: 0000000000000000"
      : "\(version == .v2_6 ? "BUG: unable" : "Unable") to handle kernel NULL pointer "
        + "dereference at virtual address 00000000"
    #expect(bench.log.contains(first))
    #expect(bench.log.contains { $0.hasPrefix("Oops: 0002") })
    #expect(!bench.kernel.isPanicked)
    #expect(try bench.load("next") == nil)
  }

  @Test(
    "BUG() and a division by zero kill by SIGSEGV in every generation (SEMANTICS 9.1; linux-6.1, 15)",
    arguments: KernelVersion.generations, [Mistake.bug, .division])
  func otherTraps(version: KernelVersion, mistake: Mistake) throws {
    let bench = try Bench.withFaultyRead(version, mistake)
    #expect(try bench.readDriver().exitStatus == Signal.SIGSEGV)
    if mistake.name == "BUG", version != .v2_2 {
      #expect(bench.log.contains("kernel BUG at driver.c:17!"))
    }
    if mistake.name == "division" {
      #expect(bench.log.contains { $0.hasPrefix("divide error: 0000") })
    }
  }

  @Test("a pointer that is none is a general protection fault on x86_64 (linux-6.1, 15)")
  func wildPointer() throws {
    let bench = try Bench.withFaultyRead(.v6_1, .wildPointer)
    #expect(try bench.readDriver().exitStatus == Signal.SIGSEGV)
    #expect(
      bench.log.contains(
        "general protection fault, probably for non-canonical address 0xdead000000000100: "
          + "0000 [#1] PREEMPT SMP PTI"))
    #expect(!bench.log.contains { $0.hasPrefix("note: ") })
  }

  @Test("after it nothing that the module still does has an effect")
  func nothingAfter() throws {
    let bench = try Bench()
    try bench.loadDriver { module in
      FileOperations(read: { _, _ in
        module.store(1, at: .null)
        module.printk("still here\n")
        module.modIncUseCount()
        module.queueTask(TaskQueueEntry("late") {}, on: .timer)
        return 0
      })
    }
    #expect(try bench.readDriver().exitStatus == Signal.SIGSEGV)
    #expect(!bench.log.contains("still here"))
    #expect(bench.module().map { bench.kernel.useCount(of: $0) } == 0)
    #expect(!bench.kernel.hasQueuedTasks)
  }

  @Test(
    "in init it leaves the module half loaded, in exit half removed (SEMANTICS 9.1; linux-6.1, 15)",
    arguments: KernelVersion.generations)
  func inInitAndExit(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load("broken") { module in module.store(1, at: .null) }
    #expect(bench.module("broken") != nil)
    try bench.load("stuck") { _ in
    } cleanUp: { module in
      module.store(1, at: .null)
    }
    _ = try bench.unload("stuck")
    #expect(bench.module("stuck") != nil)
    #expect(bench.log.count { $0.hasPrefix("Oops: 0002") } == 2)
    #expect(!bench.kernel.isPanicked)
  }

  @Test(
    "the second oops counts on, and says that the kernel died before (SEMANTICS 9.2; linux-6.1, skeleton)",
    arguments: [KernelVersion.v2_6, .v6_1])
  func secondOops(version: KernelVersion) throws {
    let bench = try Bench.withFaultyRead(version)
    _ = try bench.readDriver()
    _ = try bench.readDriver("again")
    #expect(bench.log.contains { $0.hasPrefix("Oops: 0002 [#1]") })
    #expect(bench.log.contains { $0.hasPrefix("Oops: 0002 [#2]") })
    let heads = bench.log.filter {
      $0.contains("omm: ") && ($0.contains("tainted") || $0.contains("Tainted"))
    }
    #expect(heads.map { $0.contains("Tainted: G") } == [false, true])
    #expect(heads.last?.contains(" D ") == true)
    #expect(bench.kernel.taint.flags.rawValue == 128)
  }

  @Test("a NULL function is called: the trace leads to the caller (linux-6.1, 3b)")
  func nullCall() throws {
    let bench = try Bench.withFaultyRead(
      .v6_1, Mistake(name: "call") { $0.callFunction(at: .null) })
    #expect(try bench.readDriver().exitStatus == Signal.SIGKILL)
    #expect(bench.log.contains("RIP: 0010:0x0"))
    #expect(bench.log.contains("#PF: error_code(0x0010) - not-present page"))
    #expect(bench.log.contains("Code: Unable to access opcode bytes at 0xffffffffffffffd6."))
    let trace = bench.log.drop { $0 != " <TASK>" }.dropFirst().prefix { $0 != " </TASK>" }
    #expect(!trace.isEmpty)
    #expect(trace.contains { $0.contains("vfs_read") })
  }
}
