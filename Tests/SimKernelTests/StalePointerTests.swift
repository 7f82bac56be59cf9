import Testing

@testable import SimKernel

@Suite("Pointers into a module that has gone") struct StalePointerTests {
  /// A driver that nobody counts, held open by a process that reads from it again after 10 ticks.
  private func reader(_ bench: Bench) throws -> SimKernel.Process {
    let process = try bench.start("reader") { system async throws(Errno) in
      let descriptor = try await system.open("/dev/test")
      try await system.sleep(ticks: 10)
      _ = try await system.read(descriptor, count: 1)
    }
    bench.pass(ticks: 3)
    return process
  }

  private func faults(_ bench: Bench) -> [String] {
    bench.kernel.trace.records.compactMap { record in
      guard case .fault(_, let isWrite, let function) = record.event else { return nil }
      return "\(isWrite ? "write" : "read") in \(function)"
    }
  }

  @Test(
    "reading from a driver that has gone is an oops, and closing it another; the machine goes on")
  func twoOopses() throws {
    let bench = try Bench()
    try bench.loadDriver { _ in FileOperations(read: { _, _ in 0 }) }
    let process = try reader(bench)
    #expect(try bench.unload() == nil)
    #expect(bench.pass(ticks: 20) == .stuck)
    #expect(faults(bench) == ["read in sys_read", "read in filp_close"])
    #expect(process.exitStatus == Signal.SIGSEGV)
    #expect(bench.console.matches(of: #/Process reader \(pid: \d+, /#).count == 2)
    #expect(try bench.load("next") == nil)
  }

  @Test("what a process held when it died stays held")
  func heldForEver() throws {
    let bench = try Bench()
    try bench.loadDriver { module in
      FileOperations(
        owner: module,
        read: { _, _ in
          // A structure that nobody mapped: the driver follows a pointer that is none.
          let lost = WaitQueue()
          lost.address = Address(0x10)
          module.wakeUp(lost)
          return 0
        })
    }
    try bench.run("reader") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/dev/test"), count: 1)
    }
    #expect(faults(bench) == ["read in __wake_up"])
    // do_exit closes the file, but the read that died never gave its own use back.
    #expect(try bench.unload() == .EBUSY)
  }

  @Test("operations on the heap outlive the module: the jump itself is into the hole")
  func heapOperations() throws {
    let bench = try Bench()
    try bench.loadDriver { module throws(Errno) in
      try module.kmalloc(FileOperations(read: { _, _ in 0 }))
    }
    _ = try reader(bench)
    #expect(try bench.unload() == nil)
    bench.pass(ticks: 20)
    let oops = bench.console
    let address = try #require(oops.firstMatch(of: /virtual address ([0-9a-f]{8})\n/)).1
    #expect(oops.contains(" printing eip:\n\(address)\n"))
    #expect(oops.contains("EIP:    0010:[<\(address)>]"))
    #expect(oops.contains("\nCode:  Bad EIP value.\n"))
    // The caller's return address is the first word on the stack, and so the first in the trace.
    let caller = try #require(oops.firstMatch(of: #/Stack: ([0-9a-f]{8}) /#)).1
    #expect(oops.contains("Call Trace:    [<\(caller)>]"))
    let place = try #require(UInt64(caller, radix: 16))
    let read = KernelVersion.v2_4.text[.sysRead]
    #expect((read.address.rawValue..<read.address.rawValue + read.size).contains(place))
  }

  @Test("the same module in the same place: its function is called as if nothing had happened")
  func samePlace() throws {
    let bench = try Bench()
    var reads: [String] = []
    func load(_ who: String) throws {
      try bench.loadDriver(unregisters: false) { module throws(Errno) in
        try module.kmalloc(
          FileOperations(read: { _, _ in
            reads.append(who)
            return 0
          }))
      }
    }
    try load("first")
    _ = try reader(bench)
    #expect(try bench.unload() == nil)
    try bench.load("test") { module async throws(Errno) in
      _ = try module.kmalloc(
        FileOperations(read: { _, _ in
          reads.append("second")
          return 0
        }))
    }
    bench.pass(ticks: 20)
    #expect(reads == ["second"])
    #expect(faults(bench).isEmpty)
  }

  /// What is on the console after the second function of a module was called, with a function of
  /// another in its place.
  private func landing(on isWanted: (_ size: UInt64, _ offset: UInt64) -> Bool) throws -> String {
    let bench = try Bench()
    try bench.loadDriver { module throws(Errno) in
      try module.kmalloc(FileOperations(open: { _, _ in }, read: { _, _ in 0 }))
    }
    _ = try reader(bench)
    #expect(try bench.unload() == nil)
    let offset = MachineCode.size(of: "test_open")
    let name = try #require(
      (0..<100).lazy.map { "f\($0)" }.first { isWanted(MachineCode.size(of: $0), offset) })
    try bench.load("other") { module in
      for name in [name, "next"] { module.queueTask(TaskQueueEntry(name) {}, on: .timer) }
    }
    bench.pass(ticks: 20)
    return bench.console
  }

  @Test("another module there: the call lands in the middle of a function, which is no instruction")
  func middleOfAFunction() throws {
    let console = try landing { size, offset in size > offset }
    #expect(console.contains("invalid operand: 0000\n"))
    #expect(!console.contains("Unable to handle"))
    #expect(console.contains(/Code: ([0-9a-f]{2} ){20}\n/))
  }

  @Test("another module there: the call lands on a function that expects other arguments")
  func anotherFunction() throws {
    let console = try landing { size, offset in size == offset }
    #expect(console.contains("NULL pointer dereference"))
    #expect(!console.contains("invalid operand"))
  }

  @Test("without unregister_chrdev even the list of devices faults, at the driver's name")
  func forgottenRegistration() throws {
    let bench = try Bench()
    try bench.loadDriver(unregisters: false) { _ in FileOperations() }
    #expect(try bench.unload() == nil)
    #expect(try bench.contents(of: "/proc/devices") == nil)
    #expect(faults(bench) == ["read in get_device_list"])
    try bench.run { system async throws(Errno) in _ = try await system.open("/dev/test") }
    #expect(faults(bench).last == "read in chrdev_open")
    // The number cannot be had again either: its slot is not empty.
    #expect(
      try bench.load("next") { module async throws(Errno) in
        let first = FileOperations()
        try module.registerChrdev(241, "next", first)
        try module.registerChrdev(240, "next", FileOperations())
      } == .EBUSY)
  }

  @Test(
    "a process that sleeps inside a module returns to where its code was, whoever is there now",
    arguments: [(false, "Code:  Bad EIP value."), (true, "invalid operand: 0000\n")])
  func sleeper(isReplaced: Bool, sign: String) throws {
    let bench = try Bench()
    var hasReturned = false
    func load() throws {
      try bench.loadDriver { module in
        FileOperations(read: { _, _ in
          await module.scheduleTimeout(10)
          hasReturned = true
          return 0
        })
      }
    }
    try load()
    let process = try bench.start("reader") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/dev/test"), count: 1)
    }
    bench.pass(ticks: 3)
    #expect(try bench.unload() == nil)
    if isReplaced { try load() }
    bench.pass(ticks: 20)
    #expect(!hasReturned)
    #expect(process.exitStatus == Signal.SIGSEGV)
    #expect(bench.console.contains(sign))
  }

  @Test("a process on a module's own queue writes into the hole when it leaves the queue")
  func sleeperOnQueue() throws {
    let bench = try Bench()
    try bench.loadDriver { module in
      let queue = WaitQueue()
      return FileOperations(read: { _, _ in
        await module.interruptibleSleepOn(queue)
        return 0
      })
    }
    let process = try bench.start("reader") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/dev/test"), count: 1)
    }
    bench.pass(ticks: 3)
    #expect(try bench.unload() == nil)
    try bench.kernel.sendSignal(Signal.SIGKILL, to: process)
    bench.pass(ticks: 3)
    #expect(faults(bench).first == "write in interruptible_sleep_on")
    #expect(process.exitStatus == Signal.SIGSEGV)
  }

  @Test("a file under /proc that was left behind calls into the hole")
  func leftProcEntry() throws {
    let bench = try Bench()
    try bench.load { module async throws(Errno) in
      try module.createProcReadEntry("left") { page in page.print("x") }
    }
    #expect(try bench.unload() == nil)
    #expect(try bench.contents(of: "/proc/left") == nil)
    #expect(bench.console.contains("Code:  Bad EIP value."))
  }
}
