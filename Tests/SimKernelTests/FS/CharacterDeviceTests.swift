import Testing

@testable import SimKernel

@Suite("Character devices") struct CharacterDeviceTests {
  /// What a call of the kernel from a module's init ends with.
  private func result(
    _ bench: Bench, _ name: String = "caller", _ call: @escaping (Puppet) throws(Errno) -> Void
  ) throws -> Errno? {
    try bench.load(name) { module async throws(Errno) in try call(module) }
  }

  @Test("major 0 gives the highest number that is free, from 254 down, until none is left")
  func dynamicMajors() throws {
    let bench = try Bench()
    var majors: [Int] = []
    let errno = try result(bench) { module throws(Errno) in
      let operations = FileOperations()
      while true { majors.append(try module.registerChrdev(0, "many", operations)) }
    }
    #expect(errno == .EBUSY)
    // The first five belong to drivers that are built in.
    #expect(majors == Array((6...254).reversed()))
  }

  @Test(
    "a number that there is none of is invalid, a number that is taken is busy",
    arguments: [
      (255, Errno.EINVAL), (.max, .EINVAL), (-1, .EINVAL), (.min, .EINVAL), (1, .EBUSY), (254, nil),
    ] as [(Int, Errno?)])
  func registerErrors(major: Int, expected: Errno?) throws {
    let bench = try Bench()
    #expect(
      try result(bench) { module throws(Errno) in
        try module.registerChrdev(major, "x", FileOperations())
      } == expected)
  }

  @Test("another driver's number is busy; one's own is silently taken again, under the new name")
  func registerTwice() throws {
    let bench = try Bench()
    var second: Errno?
    try bench.load("first") { module async throws(Errno) in
      let operations = FileOperations()
      #expect(try module.registerChrdev(100, "one", operations) == 0)
      #expect(try module.registerChrdev(100, "two", operations) == 0)
      do throws(Errno) { try module.registerChrdev(100, "three", FileOperations()) } catch {
        second = error
      }
    }
    #expect(second == .EBUSY)
    #expect(
      try bench.contents(of: "/proc/devices")?.contains("100 two\n\nBlock devices:\n") == true)
  }

  @Test(
    "a number is given back only under the name that has it",
    arguments: [
      (100, "one", nil), (100, "other", .EINVAL), (101, "one", .EINVAL), (255, "one", .EINVAL),
      (-1, "one", .EINVAL), (1, "mem", .EINVAL), (100, "one\0 and more", nil),
    ] as [(Int, String, Errno?)])
  func unregisterErrors(major: Int, name: String, expected: Errno?) throws {
    let bench = try Bench()
    #expect(
      try result(bench) { module throws(Errno) in
        try module.registerChrdev(100, "one", FileOperations())
        try module.unregisterChrdev(major, name)
      } == expected)
  }

  @Test("/proc/devices lists numbers in three columns, in order")
  func deviceList() throws {
    let bench = try Bench()
    try bench.load { module async throws(Errno) in
      try module.registerChrdev(200, "later", FileOperations())
      try module.registerChrdev(10, "", FileOperations())
    }
    let text = try #require(try bench.contents(of: "/proc/devices"))
    #expect(text.hasPrefix("Character devices:\n  1 mem\n"))
    #expect(text.hasSuffix("\n 10 \n200 later\n\nBlock devices:\n"))
  }

  @Test("an operation that is missing has a default")
  func defaults() throws {
    let bench = try Bench()
    try bench.loadDriver { _ in FileOperations() }
    var errors: [Errno] = []
    try bench.run { system async throws(Errno) in
      let descriptor = try await system.open("/dev/test", .readWrite)
      do throws(Errno) { _ = try await system.read(descriptor, count: 1) } catch {
        errors.append(error)
      }
      do throws(Errno) { try await system.write(descriptor, [1]) } catch { errors.append(error) }
      try await system.close(descriptor)
    }
    #expect(errors == [.EINVAL, .EINVAL])
  }

  @Test("a device that nobody drives is no device, and a file that nobody made is not there")
  func nobody() throws {
    let bench = try Bench()
    let errno = try bench.errno { system async throws(Errno) in
      try await system.mknod("/dev/x", major: 99, minor: 0)
      _ = try await system.open("/dev/x")
    }
    #expect(errno == .ENODEV)
    #expect(try bench.contents(of: "/dev/y") == nil)
  }

  @Test("a file is used only in the way in which it was opened")
  func modes() throws {
    let bench = try Bench()
    try bench.loadDriver { _ in
      FileOperations(read: { _, _ in 0 }, write: { _, buffer in buffer.count })
    }
    #expect(
      try bench.errno { system async throws(Errno) in
        _ = try await system.read(try await system.open("/dev/test", .writeOnly), count: 1)
      } == .EBADF)
    #expect(
      try bench.errno { system async throws(Errno) in
        try await system.write(try await system.open("/dev/test", .readOnly), [1])
      } == .EBADF)
  }

  @Test(
    "with an owner the kernel counts: from before open until after release (SEMANTICS 4: fops_get)")
  func owner() throws {
    let bench = try Bench()
    var counts: [Int] = []
    func note(_ bench: Bench) {
      counts.append(bench.module().map(bench.kernel.useCount(of:)) ?? -99)
    }
    try bench.loadDriver { module in
      FileOperations(owner: module, open: { _, _ in note(bench) }, release: { _, _ in note(bench) })
    }
    try bench.run { system async throws(Errno) in
      let descriptor = try await system.open("/dev/test")
      note(bench)
      try await system.close(descriptor)
    }
    note(bench)
    #expect(counts == [1, 1, 1, 0])
  }

  @Test(
    "an open that fails gives the use back; one that nobody counted for gives nothing back (SEMANTICS 4: fops_get, SEMANTICS 8: open fails)"
  )
  func failingOpen() throws {
    for hasOwner in [true, false] {
      let bench = try Bench()
      try bench.loadDriver { module in
        FileOperations(
          owner: hasOwner ? module : nil, open: { _, _ async throws(Errno) in throw .ENXIO })
      }
      #expect(
        try bench.errno { system async throws(Errno) in _ = try await system.open("/dev/test") }
          == .ENXIO)
      #expect(bench.module().map(bench.kernel.useCount(of:)) == 0)
      #expect(try bench.unload() == nil)
    }
  }

  @Test("while its module is being removed, a device with an owner is no device; one without opens")
  func openWhileDeleted() throws {
    for (hasOwner, expected) in [(true, Errno.ENODEV), (false, nil)] as [(Bool, Errno?)] {
      let bench = try Bench()
      try bench.load { module async throws(Errno) in
        try module.registerChrdev(240, "test", FileOperations(owner: hasOwner ? module : nil))
      } cleanUp: { module in
        await module.scheduleTimeout(10)
      }
      try bench.run { system async throws(Errno) in
        try await system.mknod("/dev/test", major: 240, minor: 0)
      }
      try bench.start("rmmod") { system async throws(Errno) in try await system.deleteModule("test")
      }
      bench.pass(ticks: 2)
      #expect(
        try bench.errno { system async throws(Errno) in
          _ = try await system.open("/dev/test")
        } == expected)
    }
  }

  @Test(
    "the last close releases, and a process that ends closes what it had open (SEMANTICS 8: last close)"
  )
  func release() throws {
    let bench = try Bench()
    var releases = 0
    try bench.loadDriver { _ in FileOperations(release: { _, _ in releases += 1 }) }
    try bench.run { system async throws(Errno) in
      let descriptor = try await system.open("/dev/test")
      try await system.dup2(descriptor, 9)
      try await system.close(descriptor)
      #expect(releases == 0)
    }
    #expect(releases == 1)
  }
}
