import Testing

@testable import SimKernel

@Suite("Parameters given where a module is loaded") struct LoadParameterTests {
  private static let defaults =
    "params: count=1 ucount=2 sh=3 by=4 lg=5 flag=0 name=none arr=1,2,3 narr=0 str=abc hidden=9 wo=8"

  private func load(_ arguments: String, on bench: Bench) throws -> Errno? {
    try bench.errno { system async throws(Errno) in
      try await system.insert(
        ModuleImage(name: "params", type: ParameterModule.self), arguments: arguments)
    }
  }

  @Test("what init finds in its variables (README 12; s12_params)")
  func recorded() throws {
    let bench = try Bench(.v6_1)
    let cases = [
      ("", Self.defaults),
      (
        "count=7 flag=1 name=bob arr=10,20 str=hi hidden=3",
        "params: count=7 ucount=2 sh=3 by=4 lg=5 flag=1 name=bob arr=10,20,3 narr=2 str=hi "
          + "hidden=3 wo=8"
      ),
      (
        "name=\"a b\"",
        "params: count=1 ucount=2 sh=3 by=4 lg=5 flag=0 name=a b arr=1,2,3 narr=0 str=abc hidden=9 "
          + "wo=8"
      ),
    ]
    for (arguments, line) in cases {
      #expect(try load(arguments, on: bench) == nil)
      #expect(bench.log.last == line)
      #expect(try bench.unload("params") == nil)
    }
  }

  @Test("a bad one ends the load, with the errno of what was wrong (README 12; s12_params)")
  func refused() throws {
    let bench = try Bench(.v6_1)
    let cases: [(String, Errno, String)] = [
      ("count=abc", .EINVAL, "params: `abc' invalid for parameter `count'"),
      ("count=2147483648", .ERANGE, "params: `2147483648' invalid for parameter `count'"),
      ("str=toolongvalue", .ENOSPC, "params: `toolongvalue' too large for parameter `str'"),
    ]
    for (arguments, errno, line) in cases {
      #expect(try load(arguments, on: bench) == errno)
      #expect(bench.log.last == line)
      #expect(bench.kernel.modules.isEmpty)
    }
    #expect(try load("nosuch=1", on: bench) == nil)
    #expect(bench.log.suffix(2) == ["params: unknown parameter 'nosuch' ignored", Self.defaults])
  }

  @Test("2.6.24 refuses a parameter that it does not know: ENOENT (SEMANTICS 3.3)")
  func unknown() throws {
    let bench = try Bench(.v2_6)
    #expect(try load("nosuch=1", on: bench) == .ENOENT)
    #expect(bench.log == ["params: Unknown parameter `nosuch'"])
    #expect(bench.kernel.modules.isEmpty)
    #expect(try load("count=7", on: bench) == nil)
    #expect(bench.log.last?.hasPrefix("params: count=7 ") == true)
  }

  @Test("in 2.2 and 2.4 insmod reads them, and the kernel never sees a bad one (SEMANTICS 5.2)")
  func insmod() throws {
    for version in [KernelVersion.v2_2, .v2_4] {
      let bench = try Bench(version)
      #expect(try load("count=7 arr=10,20", on: bench) == nil)
      #expect(bench.log.last?.contains("count=7 ") == true)
      #expect(bench.log.last?.contains("arr=10,20,3") == true)
      #expect(try bench.unload("params") == nil)
      #expect(try load("nosuch=1", on: bench) == .EINVAL)
      #expect(bench.kernel.modules.isEmpty)
      #expect(bench.log.count == 1)
    }
  }

  @Test("files show and set them while the module is loaded (README 12; s12_params)")
  func files() throws {
    let bench = try Bench(.v6_1)
    #expect(try load("arr=10,20", on: bench) == nil)
    #expect(try bench.shown("arr", of: "params") == "10,20\n")
    #expect(try bench.write("55", to: "count", of: "params") == nil)
    #expect(try bench.shown("count", of: "params") == "55\n")
    #expect(try bench.write("7,8,9,10", to: "arr", of: "params") == .EINVAL)
    #expect(bench.log.last == "arr: can only take 3 arguments")
    #expect(try bench.write("1", to: "hidden", of: "params") == .ENOENT)
  }

  @Test("who dies in a function that sets a parameter leaves the others waiting (6.1: param_lock)")
  func dyingSetter() throws {
    let bench = try Bench(.v6_1)
    _ = try bench.load(Deadly.self, as: "deadly")
    _ = try bench.write("1", to: "cmd", of: "deadly")
    #expect(bench.log.contains { $0.contains("NULL pointer dereference") })
    let record = try #require(bench.module("deadly"))
    let other = try bench.start("other") { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in
        let files = system.kernel.parameterFiles(of: record)
        _ = try await system.kernel.show(files[1], of: record)
      }
    }
    bench.pass(ticks: 10)
    #expect(other.state == .uninterruptible)
    #expect(other.exitStatus == nil)
  }

  @Test("a setter is called through the module's text, at load time as well (README 12)")
  func callback() throws {
    for version in [KernelVersion.v2_6, .v6_1] {
      let bench = try Bench(version)
      let image = ModuleImage(name: "symget", type: Symget.self)
      let errno = try bench.errno { system async throws(Errno) in
        try await system.insert(image, arguments: "cmd=bad")
      }
      #expect(errno == .EINVAL)
      #expect(bench.log.last == "symget: `bad' invalid for parameter `cmd'")
    }
  }
}

/// A module whose parameter is set by following NULL.
final class Deadly: Module {
  var other = 1

  static var parameters: [ModuleParameter] {
    [
      .callback(
        "cmd",
        set: { (module: Deadly, _) async throws(Errno) in
          _ = KernelCalls(module)?.now { () throws(Trap) in
            try KernelCalls(module)?.kernel.load8(.null)
          }
        }, permissions: 0o200),
      .int("other", \Deadly.other, permissions: 0o644),
    ]
  }
}
