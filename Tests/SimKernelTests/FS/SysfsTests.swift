import Testing

@testable import SimKernel

@Suite("Files under /sys") struct SysfsTests {
  /// A module as a loader would show it, with some parameters.
  private struct Source: SysfsModuleSource {
    let parameters: [SysfsAttribute]

    func names(on kernel: Kernel) -> [String] { ["params"] }
    func module(named name: String, on kernel: Kernel) -> SysfsModule? {
      guard name == "params" else { return nil }
      var module = SysfsModule(name: name)
      module.parameters = parameters
      module.holders = ["expb"]
      module.sections = [(".text", "0xffffffffc0355000")]
      return module
    }
  }

  @Test("s09_basic 7: what /sys/module shows of a loaded module")
  func moduleFolder() throws {
    let bench = try Bench(.v6_1)
    try bench.load("hello")
    #expect(
      try bench.kernel.names(in: "/sys/module/hello")?.sorted() == [
        "coresize", "holders", "initsize", "initstate", "notes", "refcnt", "sections", "taint",
        "uevent",
      ])
    #expect(try bench.contents(of: "/sys/module/hello/refcnt") == "0\n")
    #expect(try bench.contents(of: "/sys/module/hello/initstate") == "live\n")
    #expect(try bench.contents(of: "/sys/module/hello/initsize") == "0\n")
    #expect(try bench.contents(of: "/sys/module/hello/nothing") == nil)
    #expect(try bench.unload("hello") == nil)
    #expect(try bench.kernel.names(in: "/sys/module/hello") == nil)
  }

  @Test("s09_basic 22: a built-in module has parameters, and neither holders nor a count")
  func builtIn() throws {
    let bench = try Bench(.v6_1)
    #expect(
      try bench.kernel.names(in: "/sys/module/printk")?.sorted() == ["parameters", "uevent"])
    #expect(try bench.openErrno("/sys/module/printk/holders") == .ENOENT)
  }

  @Test("s12_params 50 to 69: values are shown and stored; permissions hold for root as well")
  func parameters() throws {
    let bench = try Bench(.v6_1)
    nonisolated(unsafe) var count = 1
    let store: (Kernel, String) async throws(Trap) -> Void = { _, text throws(Trap) in
      guard let number = Int(text.filter { $0 != "\n" }) else { throw .errno(.EINVAL) }
      count = number
    }
    bench.kernel.sysfsModules = Source(parameters: [
      SysfsAttribute("count", permissions: 0o644, show: { _ in "\(count)\n" }, store: store),
      SysfsAttribute("ucount", permissions: 0o444, show: { _ in "2\n" }),
      SysfsAttribute("wo", permissions: 0o200, store: store),
    ])
    let folder = "/sys/module/params/parameters/"
    let modes = try ["count", "ucount", "wo"].map {
      try bench.kernel.fileNode(at: folder + $0)?.permissions
    }
    #expect(modes == [0o644, 0o444, 0o200])
    #expect(try bench.kernel.names(in: folder)?.sorted() == ["count", "ucount", "wo"])
    #expect(try bench.put("55", to: folder + "count") == nil)
    #expect(try bench.contents(of: folder + "count") == "55\n")
    #expect(try bench.put("abc", to: folder + "count") == .EINVAL)
    #expect(try bench.put("5", to: folder + "ucount") == .EACCES)
    #expect(try bench.openErrno(folder + "wo") == .EACCES)
    #expect(try bench.put("3", to: folder + "wo") == nil)
    #expect(count == 3)
    #expect(try bench.openErrno(folder + "hidden") == .ENOENT)
    #expect(try bench.put("x", to: folder) == .EISDIR)
    #expect(try bench.kernel.names(in: "/sys/module/params/holders") == ["expb"])
    let section = try bench.kernel.fileNode(at: "/sys/module/params/sections/.text")
    #expect(section?.permissions == 0o400)
  }

  @Test("s12_params 72: who is not root may not store what only root may")
  func otherUser() throws {
    let bench = try Bench(.v6_1)
    bench.kernel.sysfsModules = Source(parameters: [
      SysfsAttribute("count", permissions: 0o644, show: { _ in "1\n" }, store: { _, _ in })
    ])
    let path = "/sys/module/params/parameters/count"
    var errno: Errno?
    try bench.run { system async throws(Errno) in
      try await system.setUserID(1000)
      try await system.close(try await system.open(path))
      do throws(Errno) { _ = try await system.open(path, .writeOnly) } catch { errno = error }
    }
    #expect(errno == .EACCES)
  }

  @Test("there is no /sys before 2.6", arguments: [KernelVersion.v2_2, .v2_4])
  func none(version: KernelVersion) throws {
    let bench = try Bench(version)
    #expect(try bench.openErrno("/sys/module/printk/uevent") == .ENOENT)
    #expect(try bench.kernel.names(in: "/sys") == nil)
    #expect(try bench.kernel.names(in: "/proc") != nil)
  }
}
