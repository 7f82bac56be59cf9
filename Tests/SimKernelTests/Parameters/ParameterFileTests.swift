import Testing

@testable import SimKernel

@Suite struct ParameterFileTests {
  @Test("the files are those with permissions, with the recorded modes and texts (s12_params 3)")
  func files() async throws {
    let load = ParameterLoad(.v6_1)
    await load.parse("")
    let files = ParameterFile.all(of: load.target, .v6_1)
    #expect(
      files.map(\.parameter.name).sorted() == [
        "arr", "by", "count", "flag", "lg", "name", "sh", "str", "ucount", "wo",
      ])
    #expect(try load.shown("arr") == "")
    #expect(try load.shown("by") == "4\n")
    #expect(try load.shown("flag") == "N\n")
    #expect(try load.shown("name") == "none\n")
    #expect(try load.shown("str") == "abc\n")
    #expect(try load.shown("ucount") == "2\n")
  }

  @Test("what is written is set or refused as recorded (s12_params, steps 50 to 67)")
  func writing() async throws {
    let load = ParameterLoad(.v6_1)
    #expect(await load.write("55", to: "count") == nil)
    #expect(try load.shown("count") == "55\n")
    #expect(await load.write("abc", to: "count") == .EINVAL)
    #expect(await load.write("99999999999", to: "count") == .ERANGE)
    #expect(load.log == [])
    #expect(await load.write("maybe", to: "flag") == .EINVAL)
    #expect(await load.write("n", to: "flag") == nil)
    #expect(await load.write("alice", to: "name") == nil)
    #expect(try load.shown("name") == "alice\n")
    #expect(await load.write("7,8,9", to: "arr") == nil)
    #expect(try load.shown("arr") == "7,8,9\n")
    #expect(await load.write("7,8,9,10", to: "arr") == .EINVAL)
    #expect(load.log == ["arr: can only take 3 arguments"])
    #expect(await load.write("4", to: "arr") == nil)
    #expect(try load.shown("arr") == "4\n")
    #expect(await load.write("12345678", to: "str") == .ENOSPC)
    #expect(load.log == ["str: string doesn't fit in 7 chars."])
  }

  @Test("even root cannot open against the mode, others only as it says (s12_params 54 to 74)")
  func opening() throws {
    let load = ParameterLoad(.v6_1)
    let ucount = try #require(load.file("ucount"))
    let count = try #require(load.file("count"))
    let wo = try #require(load.file("wo"))
    #expect(throws: Errno.EACCES) {
      try ucount.checkOpen(reading: false, writing: true, asRoot: true)
    }
    #expect(throws: Errno.EACCES) { try wo.checkOpen(reading: true, writing: false, asRoot: true) }
    try wo.checkOpen(reading: false, writing: true, asRoot: true)
    #expect(throws: Errno.EACCES) {
      try count.checkOpen(reading: false, writing: true, asRoot: false)
    }
    try count.checkOpen(reading: true, writing: false, asRoot: false)
    #expect(throws: Errno.EACCES) { try wo.checkOpen(reading: true, writing: false, asRoot: false) }
  }

  @Test("2.6.24 shows a byte as a character and nothing, not even a newline, for nothing")
  func oldTexts() async throws {
    let load = ParameterLoad(.v2_6)
    await load.parse("by=65 name= arr=1,2")
    #expect(try load.shown("by") == "A\n")
    #expect(try load.shown("name") == "")
    #expect(try load.shown("arr") == "1,2\n")
    await load.parse("by=0")
    #expect(try load.file("by")?.read() == [0x0a, 0])
  }

  @Test("echo's newline stays in a string, and is none to sysfs_streq")
  func newline() async throws {
    let load = ParameterLoad(.v6_1)
    #expect(await load.write("bob\n", to: "name") == nil)
    #expect(try load.shown("name") == "bob\n\n")
    #expect(await load.write("9\n", to: "count") == nil)
    #expect(load.module.count == 9)
    #expect(sysfsStreq("get\n", "get") && !sysfsStreq("get", "put"))
  }

  @Test("a callback gets the text, its errno comes back, and without one it is EPERM (symget.c)")
  func callbacks() async throws {
    let load = ParameterLoad(.v6_1)
    let command = ModuleParameter.callback(
      "cmd",
      set: { (module: ParameterModule, text: String?) async throws(Errno) in
        guard text == "get" else { throw .ENOENT }
        module.count += 1
      }, permissions: 0o200)
    let target = ParameterTarget(load.module, named: "params", [command])
    let file = try #require(ParameterFile.all(of: target, .v6_1).first)
    #expect(try await file.write(Array("get".utf8)) { _ in } == 3)
    #expect(load.module.count == 2)
    await #expect(throws: Errno.ENOENT) { try await file.write(Array("x".utf8)) { _ in } }
    #expect(throws: Errno.EPERM) { try file.read() }
  }
}
