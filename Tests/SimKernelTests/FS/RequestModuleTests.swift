import Testing

@testable import SimKernel

@Suite("Asking for modules") struct RequestModuleTests {
  @Test(
    "SEMANTICS 8, chrdev_open: before it gives up, the kernel has modprobe run and looks once more",
    arguments: [
      (KernelVersion.v2_2, "char-major-100"), (.v2_4, "char-major-100"),
      (.v2_6, "char-major-100-0"), (.v6_1, "char-major-100-0"),
    ])
  func opensWhatIsLoaded(version: KernelVersion, name: String) throws {
    let bench = try Bench(version)
    var requests: [[String]] = []
    bench.kernel.modprobe = { system, arguments in
      requests.append(arguments)
      do throws(Errno) {
        try await system.insert(ModuleImage(name: "late", type: Requested.self))
        return 0
      } catch {
        return 1
      }
    }
    try bench.mknod(100)
    #expect(try bench.openErrno() == nil)
    #expect(requests == [["-s", "-k", name]])
    #expect(try bench.openErrno() == nil)
    #expect(requests.count == 1)
    #expect(bench.kernel.processTable.map(\.name) == ["init", "program", "program", "program"])
  }

  @Test(
    "SEMANTICS 8, request_module: modprobe that finds nothing leaves the device without driver",
    arguments: KernelVersion.generations)
  func findsNothing(version: KernelVersion) throws {
    let bench = try Bench(version)
    bench.kernel.modprobe = { _, _ in 1 }
    try bench.mknod(100)
    #expect(try bench.openErrno() == version.files.noDriver)
    #expect(bench.kernel.runningModprobes == 0)
  }

  @Test(
    "SEMANTICS 8, request_module: the fifty-first at once is taken for a loop",
    arguments: [
      KernelVersion.v2_2, .v2_4,
    ])
  func loop(version: KernelVersion) throws {
    let bench = try Bench(version)
    var started = 0
    var errors: [Errno] = []
    bench.kernel.modprobe = { system, _ in
      started += 1
      // A modprobe that needs the very device that it was to load.
      do throws(Errno) { _ = try await system.open("/dev/test") } catch {
        errors.append(error)
        return 1
      }
      return 0
    }
    try bench.mknod(100)
    #expect(try bench.openErrno() == .ENODEV)
    #expect(started == 50)
    #expect(errors == Array(repeating: .ENODEV, count: 50))
    #expect(bench.log == ["kmod: runaway modprobe loop assumed and stopped"])
  }
}

/// A module that modprobe finds.
private final class Requested: Module {
  func initModule() async throws(Errno) { try registerChrdev(100, "late", FileOperations()) }
  func cleanupModule() async {}
}
