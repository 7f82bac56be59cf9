import Testing

@testable import SimKernel

/// Rows of SEMANTICS 8 about what a registration keeps, and whom it does not ask.
@Suite("A registered character device") struct ChrdevRowTests {
  @Test(
    "2.2 and 2.4 keep a pointer to the name, 2.6 a copy of 63 bytes (SEMANTICS 8: register_chrdev, name pointer)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func name(version: KernelVersion) throws {
    let bench = try Bench(version)
    let long = String(repeating: "n", count: 80)
    try bench.load { module async throws(Errno) in
      try module.registerChrdev(100, long, FileOperations())
    }
    let place = try #require(bench.module()?.strings[long])
    _ = bench.kernel.memory.store8(place, UInt8(ascii: "X"))
    let expected =
      version == .v2_6 ? "100 \(long.prefix(63))\n" : "100 X\(long.dropFirst())\n"
    #expect(try bench.contents(of: "/proc/devices")?.contains(expected) == true)
  }

  @Test(
    "unregister_chrdev looks at no open file and no count (SEMANTICS 8: unregister_chrdev)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func openFile(version: KernelVersion) throws {
    let bench = try Bench(version)
    var errno: Errno? = .EIO
    var reads = 0
    var puppet: Puppet?
    try bench.loadDriver { module in
      puppet = module
      return FileOperations(
        owner: module,
        read: { _, _ in
          reads += 1
          return 0
        })
    }
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test")
      do throws(Errno) {
        try puppet?.unregisterChrdev(240, "test")
        errno = nil
      } catch { errno = error }
      _ = try await system.read(file, count: 1)
    }
    #expect(errno == nil)
    #expect(reads == 1)
    #expect(try bench.openErrno() == version.files.noDriver)
    puppet = nil
  }

  @Test(
    "what is not registered cannot be given back until 2.4, and nobody says so later (SEMANTICS 8: unregister_chrdev)",
    arguments: [(KernelVersion.v2_2, Errno.EINVAL), (.v2_4, .EINVAL), (.v2_6, nil)]
      as [(KernelVersion, Errno?)])
  func notRegistered(version: KernelVersion, expected: Errno?) throws {
    let bench = try Bench(version)
    var errors: [Errno?] = []
    try bench.load { module in
      for major in [100, 255, 300] {
        do throws(Errno) {
          try module.unregisterChrdev(major, "test")
          errors.append(nil)
        } catch { errors.append(error) }
      }
    }
    #expect(errors == [expected, expected, expected])
  }

  @Test("2.6 gives a driver the minors 0 to 255, and no more (SEMANTICS 8: register_chrdev)")
  func minors() throws {
    let bench = try Bench(.v2_6)
    try bench.loadDriver { _ in FileOperations() }
    try bench.mknod(240, 255, at: "/dev/last")
    try bench.mknod(240, 256, at: "/dev/beyond")
    #expect(try bench.openErrno("/dev/last") == nil)
    #expect(try bench.openErrno("/dev/beyond") == .ENXIO)
  }

  @Test(
    "no slot is left: EBUSY (SEMANTICS 8: register_chrdev)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func full(version: KernelVersion) throws {
    let bench = try Bench(version)
    var last: Errno?
    var majors: [Int] = []
    try bench.load { module in
      while last == nil {
        do throws(Errno) {
          majors.append(try module.registerChrdev(0, "test", FileOperations()))
        } catch { last = error }
      }
    }
    #expect(last == .EBUSY)
    #expect(majors == majors.sorted(by: >))
    #expect(majors.first == 254)
  }

  @Test(
    "the count of an open file goes with the last close, after release (SEMANTICS 8: last close)",
    arguments: [(KernelVersion.v2_2, [0, 0, 0]), (.v2_4, [1, 1, 0]), (.v2_6, [2, 2, 0])])
  func lastClose(version: KernelVersion, expected: [Int]) throws {
    let bench = try Bench(version)
    var counts: [Int] = []
    try bench.loadDriver { module in
      FileOperations(owner: module, release: { _, _ in counts.append(bench.references()) })
    }
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test")
      try await system.dup2(file, 9)
      try await system.close(file)
      counts.append(bench.references())
      try await system.close(9)
      counts.append(bench.references())
    }
    #expect(counts == expected)
  }

  @Test(
    "request_module without memory for a process says so, and the open is ENODEV (SEMANTICS 8: request_module)",
    arguments: [KernelVersion.v2_2, .v2_4])
  func forkFailed(version: KernelVersion) throws {
    let bench = try Bench(version)
    bench.kernel.modprobe = { _, _ in 0 }
    try bench.mknod(100)
    var errno: Errno?
    let opener = try bench.start { system async throws(Errno) in
      while system.kernel.heap.allocateStack() != nil {}
      do throws(Errno) { _ = try await system.open("/dev/test") } catch { errno = error }
    }
    bench.pass(ticks: 5)
    #expect(opener.exitStatus == 0)
    #expect(errno == .ENODEV)
    #expect(bench.log == ["request_module[char-major-100]: fork failed, errno 12"])
  }
}
