import Testing

@testable import SimKernel

/// README 1 of the recordings of 6.1: what an open file counts for, by the way of registering.
@Suite("Devices with a cdev, miscellaneous devices, classes") struct CdevTests {
  enum Way: CaseIterable {
    case registerChrdev, both, onlyOperations, onlyCdev, misc, noOwner

    /// How many references an open file is.
    var references: Int {
      switch self {
      case .registerChrdev, .both: 2
      case .onlyOperations, .onlyCdev, .misc: 1
      case .noOwner: 0
      }
    }
  }

  /// Loads a driver that registers one device, and makes a file for it.
  private func load(_ bench: Bench, _ way: Way) throws -> Errno? {
    var cdev: Cdev?
    var misc: MiscDevice?
    var number = DeviceNumber(major: 0)
    let errno = try bench.load { module async throws(Errno) in
      let owned = way != .onlyCdev && way != .noOwner
      let operations = FileOperations(owner: owned ? module : nil, read: { _, _ in 0 })
      switch way {
      case .registerChrdev, .noOwner:
        number.major = try module.registerChrdev(0, "test", operations)
      case .both, .onlyOperations, .onlyCdev:
        number = try module.allocChrdevRegion(count: 1, "test")
        let device = Cdev(operations, owner: way == .onlyOperations ? nil : module)
        try module.cdevAdd(device, at: number)
        cdev = device
      case .misc:
        let device = MiscDevice(name: "test", operations)
        try module.miscRegister(device)
        number = DeviceNumber(major: 10, minor: device.minor)
        misc = device
      }
    } cleanUp: { module in
      if let cdev {
        module.cdevDel(cdev)
        module.unregisterChrdevRegion(number, count: 1)
      } else if let misc {
        module.miscDeregister(misc)
      } else {
        do throws(Errno) { try module.unregisterChrdev(number.major, "test") } catch {}
      }
    }
    try bench.mknod(number.major, number.minor)
    return errno
  }

  @Test(
    "README 1, s01b_refcount_ways: what an open file counts for follows from its two owners",
    arguments: Way.allCases, [KernelVersion.v2_6, .v6_1])
  func references(way: Way, version: KernelVersion) throws {
    let bench = try Bench(version)
    #expect(try load(bench, way) == nil)
    var counts: [Int] = []
    try bench.run { system async throws(Errno) in
      let first = try await system.open("/dev/test")
      counts.append(bench.references())
      let second = try await system.open("/dev/test")
      let copy = try await system.dup(second)
      counts.append(bench.references())
      try await system.close(first)
      try await system.close(second)
      counts.append(bench.references())
      try await system.close(copy)
    }
    #expect(counts == [1, 2, 1].map { $0 * way.references })
    #expect(bench.references() == 0)
    #expect(try bench.unload() == nil)
    #expect(try bench.openErrno() == (way != .misc ? .ENXIO : version == .v6_1 ? .ENOENT : .ENODEV))
    #expect(bench.faults.isEmpty)
  }

  @Test(
    "README 8b: a device left registered: who reads the freed memory depends on the owner",
    arguments: [
      (Way.registerChrdev, "read in try_module_get"), (.noOwner, "read in chrdev_open"),
      (.onlyOperations, "read in exact_lock"), (.onlyCdev, "read in exact_lock"),
      (.misc, "read in misc_open"),
    ])
  func leftRegistered(way: Way, expected: String) throws {
    let bench = try Bench(.v6_1)
    #expect(try load(bench, way) == nil)
    bench.rip()
    _ = try bench.openErrno()
    #expect(bench.faultTexts == [expected])
  }

  @Test(
    "README 8b: with an owner the opener dies with chrdevs_lock held: /proc/devices is D for ever")
  func lockLeftBehind() throws {
    let bench = try Bench(.v6_1)
    #expect(try load(bench, .registerChrdev) == nil)
    bench.rip()
    _ = try bench.openErrno()
    let reader = try bench.start("cat") { system async throws(Errno) in
      _ = try await system.read(try await system.open("/proc/devices"), count: 4096)
    }
    let loader = try bench.start("insmod") { system async throws(Errno) in
      try await system.insert(ModuleImage(name: "late", type: Late.self))
    }
    bench.pass(ticks: 1000)
    #expect(reader.state == .uninterruptible)
    #expect(reader.sleepingIn == "chrdev_show")
    #expect(loader.state == .uninterruptible)
    #expect(!bench.log.contains("late: registered"))
    // A module that registers nothing loads as ever.
    #expect(try bench.load("next") == nil)
  }

  @Test("README 8b: without an owner nothing stays locked")
  func nothingLeftBehind() throws {
    let bench = try Bench(.v6_1)
    #expect(try load(bench, .noOwner) == nil)
    bench.rip()
    _ = try bench.openErrno()
    #expect(try bench.contents(of: "/proc/devices")?.contains("246 test\n") == true)
  }

  @Test("a static cdev that goes while its file is open: cdev_put reads what is gone")
  func cdevGone() throws {
    let bench = try Bench(.v6_1)
    try bench.load { module async throws(Errno) in
      let operations = try module.kmalloc(FileOperations())
      let number = try module.allocChrdevRegion(count: 1, "test")
      try module.cdevAdd(Cdev(operations), at: number)
    }
    try bench.mknod(246)
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test")
      bench.rip()
      try await system.close(file)
    }
    #expect(bench.faultTexts == ["read in cdev_put"])
  }

  @Test(
    "a device file that was opened before finds its cdev by itself, and forgets it with cdev_del")
  func inodeRemembers() throws {
    let bench = try Bench(.v6_1)
    #expect(try load(bench, .both) == nil)
    #expect(try bench.openErrno() == nil)
    #expect(
      bench.kernel.deviceNodes["/dev/test"]?.inode.map { bench.kernel.memory.loadWord($0) } != 0)
    #expect(try bench.unload() == nil)
    #expect(try bench.openErrno() == .ENXIO)
    #expect(try load(bench, .both) == nil)
    #expect(try bench.openErrno() == nil)
  }

  @Test("regions: overlapping minors are EBUSY, and a major with only some of them can be shared")
  func regions() throws {
    let bench = try Bench(.v6_1)
    var errors: [Errno?] = []
    try bench.load { module async throws(Errno) in
      for (base, count) in [(0, 4), (4, 4), (3, 1), (7, 9), (8, 1), (0, 1 << 20)] {
        do throws(Errno) {
          try module.registerChrdevRegion(
            DeviceNumber(major: 60, minor: base), count: count, "part\(base)")
          errors.append(nil)
        } catch {
          errors.append(error)
        }
      }
    }
    #expect(errors == [nil, nil, .EBUSY, .EBUSY, nil, .EBUSY])
    #expect(
      try bench.contents(of: "/proc/devices")?.contains(" 60 part0\n 60 part4\n 60 part8\n") == true
    )
  }

  @Test(
    "README 1: a misc device gets minor 124 on Debian, and devtmpfs makes its file; 2.6 makes none",
    arguments: [(KernelVersion.v6_1, 124, true), (.tiny, 125, true), (.v2_6, 63, false)])
  func miscDevice(version: KernelVersion, minor: Int, hasNode: Bool) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      try module.miscRegister(MiscDevice(name: "cdev_add", FileOperations(owner: module)))
    }
    let list = try #require(try bench.contents(of: "/proc/misc"))
    #expect(list.hasPrefix("\(minor)".leftPadded(to: 3) + " cdev_add\n"))
    #expect(try bench.openErrno("/dev/cdev_add") == (hasNode ? nil : .ENOENT))
    #expect(bench.kernel.deviceNodes["/dev/cdev_add"]?.permissions == (hasNode ? 0o600 : nil))
  }

  @Test("README 1: with class_create and device_create the file comes and goes with the module")
  func classDevice() throws {
    let bench = try Bench(.v6_1)
    var deviceClass: DeviceClass?
    var major = 0
    try bench.load("cdev_class") { module async throws(Errno) in
      major = try module.registerChrdev(0, "cdev_class", FileOperations(owner: module))
      let made = try module.classCreate("cdev_class")
      try module.deviceCreate(made, DeviceNumber(major: major), "cdev_class")
      deviceClass = made
    } cleanUp: { module in
      if let deviceClass {
        module.deviceDestroy(deviceClass, DeviceNumber(major: major))
        module.classDestroy(deviceClass)
      }
      do throws(Errno) { try module.unregisterChrdev(major, "cdev_class") } catch {}
    }
    #expect(bench.kernel.deviceNodes["/dev/cdev_class"]?.permissions == 0o600)
    #expect(try bench.kernel.names(in: "/sys/class/cdev_class") == ["cdev_class"])
    #expect(try bench.openErrno("/dev/cdev_class") == nil)
    #expect(try bench.unload("cdev_class") == nil)
    #expect(try bench.openErrno("/dev/cdev_class") == .ENOENT)
  }

  @Test("what 2.4 does not have is refused, with a line that says so")
  func refused() throws {
    let bench = try Bench(.v2_4)
    let errno = try bench.load { module async throws(Errno) in
      _ = try module.allocChrdevRegion(count: 1, "x")
    }
    #expect(errno == .ENOSYS)
    #expect(bench.log == ["alloc_chrdev_region: Linux 2.4.20 has no such call"])
  }
}

/// A module that registers a device.
private final class Late: Module {
  func initModule() async throws(Errno) {
    try registerChrdev(0, "late", FileOperations())
    printk("late: registered\n")
  }
  func cleanupModule() async {}
}
