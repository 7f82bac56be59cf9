import Testing

@testable import SimKernel

/// Rows of SEMANTICS 8 that are told apart by the kernel's generation.
@Suite("Character devices, by generation") struct GenerationTests {
  private func register(
    _ version: KernelVersion, _ major: Int, _ name: String = "x"
  ) throws -> (major: Int?, errno: Errno?, log: [String]) {
    let bench = try Bench(version)
    var result: Int?
    var errno: Errno?
    try bench.load { module async throws(Errno) in
      // What insmod is told is not always what the call said.
      do throws(Errno) {
        result = try module.registerChrdev(major, name, FileOperations())
      } catch {
        errno = error
        throw error
      }
    }
    return (result, errno, bench.log)
  }

  @Test(
    "SEMANTICS 8, register_chrdev: major 0 gives the highest free one (README 1: 246 on Debian)",
    arguments: [
      (KernelVersion.v2_2, 254), (.v2_4, 254), (.v2_6, 254), (.v6_1, 246), (.tiny, 254),
    ])
  func dynamicMajor(version: KernelVersion, expected: Int) throws {
    let result = try register(version, 0)
    #expect(result.major == expected)
    #expect(result.errno == nil)
  }

  @Test(
    "SEMANTICS 8, register_chrdev: a major that there is none of is EINVAL; 6.1 logs a line",
    arguments: [
      (KernelVersion.v2_2, 255, Errno.EINVAL), (.v2_4, 255, .EINVAL), (.v2_6, 255, nil),
      (.v6_1, 511, nil), (.v6_1, 512, .EINVAL), (.v6_1, 600, .EINVAL), (.v6_1, -1, .EINVAL),
      (.v6_1, 42, nil), (.v6_1, 1, .EBUSY), (.v2_6, 1, .EBUSY),
    ] as [(KernelVersion, Int, Errno?)])
  func majors(version: KernelVersion, major: Int, expected: Errno?) throws {
    let result = try register(version, major, "cdev_ok")
    #expect(result.errno == expected)
    let shown = major < 0 ? "4294967295" : "\(major)"
    #expect(
      result.log
        == (version == .v6_1 && expected == .EINVAL
          ? ["CHRDEV \"cdev_ok\" major requested (\(shown)) is greater than the maximum (511)"]
          : []))
  }

  @Test(
    "SEMANTICS 8, register_chrdev twice: 2.2 and 2.4 take the same operations again, 2.6 and 6.1 not",
    arguments: KernelVersion.generations)
  func twice(version: KernelVersion) throws {
    let bench = try Bench(version)
    let errno = try bench.load { module async throws(Errno) in
      let operations = FileOperations()
      try module.registerChrdev(100, "one", operations)
      try module.registerChrdev(100, "two", operations)
    }
    #expect(errno == (version.files.lookup == .slots ? nil : .EBUSY))
  }

  @Test(
    "SEMANTICS 8, unregister_chrdev: 2.2 and 2.4 compare the name, 2.6 and 6.1 do not",
    arguments: KernelVersion.generations)
  func otherName(version: KernelVersion) throws {
    let bench = try Bench(version)
    var errno: Errno?
    try bench.load { module async throws(Errno) in
      try module.registerChrdev(100, "one", FileOperations())
      do throws(Errno) { try module.unregisterChrdev(100, "other") } catch { errno = error }
    }
    let isCompared = version.files.lookup == .slots
    #expect(errno == (isCompared ? .EINVAL : nil))
    #expect(try bench.contents(of: "/proc/devices")?.contains("100 one\n") == isCompared)
  }

  @Test(
    "SEMANTICS 8, chrdev_open: a number that nobody has is ENODEV until 2.4 and ENXIO from 2.6 on",
    arguments: KernelVersion.generations)
  func nobody(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.mknod(100)
    #expect(try bench.openErrno() == (version.files.lookup == .slots ? .ENODEV : .ENXIO))
    #expect(try bench.openErrno("/dev/nosuchfile") == .ENOENT)
  }

  @Test(
    "SEMANTICS 8, chrdev_open: who counts an open file, and how often (README 1: 2 in 6.1)",
    arguments: [(KernelVersion.v2_2, 0), (.v2_4, 1), (.v2_6, 2), (.v6_1, 2)])
  func counts(version: KernelVersion, each: Int) throws {
    let bench = try Bench(version)
    var counts: [Int] = []
    try bench.loadDriver { module in
      FileOperations(
        owner: module, open: { _, _ in counts.append(bench.references()) },
        release: { _, _ in counts.append(bench.references()) })
    }
    try bench.run { system async throws(Errno) in
      let first = try await system.open("/dev/test")
      let second = try await system.open("/dev/test")
      try await system.close(first)
      try await system.close(second)
    }
    #expect(counts == [each, 2 * each, 2 * each, each])
    #expect(bench.references() == 0)
  }

  @Test(
    "SEMANTICS 8, open fails: both references are dropped", arguments: KernelVersion.generations)
  func failingOpen(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(
        owner: module, open: { _, _ async throws(Errno) in throw .EBUSY })
    }
    #expect(try bench.openErrno() == .EBUSY)
    #expect(bench.references() == 0)
  }

  @Test(
    "SEMANTICS 8, forgetting it: the next open faults, and until 2.4 so does /proc/devices",
    arguments: [
      (KernelVersion.v2_2, "read in chrdev_open", "read in get_device_list"),
      (.v2_4, "read in chrdev_open", "read in get_device_list"),
      (.v2_6, "read in chrdev_open", nil), (.v6_1, "read in chrdev_open", nil),
    ] as [(KernelVersion, String, String?)])
  func forgotten(version: KernelVersion, open: String, list: String?) throws {
    for (path, expected) in [("/dev/test", open), ("/proc/devices", list)] {
      let bench = try Bench(version)
      try bench.loadDriver(unregisters: false) { _ in FileOperations(open: { _, _ in }) }
      bench.rip()
      _ = try bench.contents(of: path)
      #expect(bench.faultTexts == [expected].compactMap(\.self))
    }
  }

  @Test(
    "SEMANTICS 8, reading: EBADF in another mode, EINVAL without the operation (README 1)",
    arguments: KernelVersion.generations)
  func missingOperations(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in FileOperations(owner: module) }
    func errno(
      _ mode: OpenMode, _ call: @escaping (SystemCalls, Int) async throws(Errno) -> Void
    ) throws -> Errno? {
      try bench.errno { system async throws(Errno) in
        try await call(system, try await system.open("/dev/test", mode))
      }
    }
    #expect(
      try errno(.readWrite) { system, file async throws(Errno) in
        _ = try await system.read(file, count: 10)
      } == .EINVAL)
    #expect(
      try errno(.readWrite) { system, file async throws(Errno) in
        try await system.write(file, [1])
      } == .EINVAL)
    #expect(
      try errno(.readOnly) { system, file async throws(Errno) in
        try await system.write(file, [1])
      } == .EBADF)
    #expect(
      try errno(.writeOnly) { system, file async throws(Errno) in
        _ = try await system.read(file, count: 10)
      } == .EBADF)
  }

  @Test(
    "SEMANTICS 8: ioctl without a handler is ENOTTY; mmap ENODEV; lseek ESPIPE in 6.1 (README 1)",
    arguments: KernelVersion.generations)
  func missingControls(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in FileOperations(owner: module) }
    var position: Int?
    var events: PollEvents = []
    var errors: [Errno] = []
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test", .readWrite)
      do throws(Errno) { try await system.ioctl(file, 0x1234) } catch { errors.append(error) }
      do throws(Errno) { _ = try await system.mmap(file, length: 4096) } catch {
        errors.append(error)
      }
      events = try await system.poll(file)
      do throws(Errno) { position = try await system.lseek(file, 5) } catch {
        errors.append(error)
      }
    }
    #expect(errors == [.ENOTTY, .ENODEV] + (version == .v6_1 ? [.ESPIPE] : []))
    #expect(position == (version == .v6_1 ? nil : 5))
    #expect(events == .always)
  }

  @Test(
    "SEMANTICS 8, lock: which calls of a driver run under the big kernel lock",
    arguments: [
      (KernelVersion.v2_2, [true, true, true]), (.v2_4, [true, false, false]),
      (.v2_6, [true, false, false]), (.v6_1, [false, false, false]),
    ])
  func bigKernelLock(version: KernelVersion, expected: [Bool]) throws {
    let bench = try Bench(version)
    var held: [Bool] = []
    func note() { held.append(bench.kernel.bigKernelLockHolder != nil) }
    try bench.loadDriver { _ in
      FileOperations(
        open: { _, _ in note() }, release: { _, _ in note() },
        read: { _, _ in
          note()
          return 0
        })
    }
    _ = try bench.contents(of: "/dev/test")
    #expect(held == expected)
    #expect(bench.kernel.bigKernelLockHolder == nil)
  }

  @Test(
    "SEMANTICS 5.1: /proc/devices has a heading and lines of three columns and a name",
    arguments: KernelVersion.generations)
  func deviceList(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      try module.registerChrdev(42, "cdev_ok", FileOperations())
    }
    let text = try #require(try bench.contents(of: "/proc/devices"))
    #expect(text.hasPrefix("Character devices:\n  1 mem\n"))
    #expect(text.contains("\n 42 cdev_ok\n"))
    #expect(text.contains("\n\nBlock devices:\n"))
  }

  @Test("recording s01_chardev 99: /proc/devices of Debian with two drivers of dynamic majors")
  func debianList() throws {
    let bench = try Bench(.v6_1)
    for name in ["cdev_noops", "cdev_ok"] {
      try bench.load(name) { module async throws(Errno) in
        try module.registerChrdev(0, name, FileOperations())
      }
    }
    let majors = """
        1 mem|  4 /dev/vc/0|  4 tty|  4 ttyS|  5 /dev/tty|  5 /dev/console|  5 /dev/ptmx|  7 vcs\
      | 10 misc| 13 input| 29 fb|128 ptm|136 pts|153 spi|245 cdev_ok|246 cdev_noops|247 cxl|248 bsg\
      |249 ptp|250 pps|251 rtc|252 dax|253 tpm|254 gpiochip
      """
    #expect(
      try bench.contents(of: "/proc/devices")
        == "Character devices:\n" + majors.split(separator: "|").joined(separator: "\n")
        + "\n\nBlock devices:\n259 blkext\n")
  }
}

extension KernelVersion {
  /// 6.1 with the fewest drivers.
  static let tiny: KernelVersion = {
    var version = KernelVersion.v6_1
    version.configuration.devices = .tiny
    return version
  }()
}
