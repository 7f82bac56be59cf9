import Testing

@testable import SimKernel

/// SEMANTICS 10.3, I3, for what can be opened, and for what is open.
@Suite("Devices and files that lead into memory that goes") struct DanglingFileTests {
  @Test("a device, by its number (I3: chrdevs entry)", arguments: KernelVersion.watchedAll)
  func device(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver(unregisters: false) { _ in FileOperations(read: { _, _ in 0 }) }
    #expect(try bench.unload() == nil)
    let isEarly = version.files.lookup == .slots
    let late = ["struct cdev 240:0", "chrdev region 240:0 `test`"]
    #expect(bench.subjects == (isEarly ? ["chrdevs[240]"] : late))
  }

  @Test("a cdev, and a miscellaneous device (I3)", arguments: KernelVersion.watchedLate)
  func cdev(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      let operations = FileOperations(read: { _, _ in 0 })
      try module.cdevAdd(Cdev(operations), at: DeviceNumber(major: 250, minor: 3))
      try module.miscRegister(MiscDevice(minor: 200, name: "odd", operations))
    }
    #expect(try bench.unload() == nil)
    #expect(bench.subjects == ["struct cdev 250:3", "struct miscdevice 10:200"])
  }

  @Test("an open file (I3: saved f_op)", arguments: KernelVersion.watchedAll)
  func file(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.loadDriver { _ in FileOperations(read: { _, _ in 0 }) }
    try bench.start("tail") { system async throws(Errno) in
      _ = try await system.open("/dev/test")
      try await system.sleep(ticks: 1_000)
    }
    bench.pass(ticks: 5)
    #expect(try bench.unload() == nil)
    let pid = bench.kernel.processTable.first { $0.name == "tail" }?.pid ?? 0
    #expect(bench.subjects.last == "open file 240:0 of tail (pid \(pid))")
    #expect(bench.kernel.reports.last?.problem.contains("f_op") == true)
  }

  @Test("a file under /proc (I3: proc entry)", arguments: KernelVersion.watchedAll)
  func proc(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      if version.procServices.contains(.text) {
        try module.createProcReadEntry("sched") { _ in }
      } else {
        try module.procCreate("sched", ProcOperations())
      }
    }
    #expect(try bench.unload() == nil)
    #expect(bench.subjects == ["/proc/sched"])
  }
}
