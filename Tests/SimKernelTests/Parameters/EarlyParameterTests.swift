import Testing

@testable import SimKernel

@Suite("Parameters of 2.6") struct EarlyParameterTests {
  @Test(
    "a value that is too large, and one that is no value (SEMANTICS 3.3: ENOSPC, other setter error, charp, array too long)",
    arguments: [
      (
        "str=toolongvalue", Errno.ENOSPC,
        [
          "str: string doesn't fit in 7 chars.",
          "params: `toolongvalue' too large for parameter `str'",
        ]
      ),
      ("count=x", .EINVAL, ["params: `x' invalid for parameter `count'"]),
      ("flag=maybe", .EINVAL, ["params: `maybe' invalid for parameter `flag'"]),
      (
        "arr=1,2,3,4", .EINVAL,
        ["arr: can only take 3 arguments", "params: `1' invalid for parameter `arr'"]
      ),
      ("arr=1,x", .EINVAL, ["params: `1' invalid for parameter `arr'"]),
    ])
  func refused(text: String, errno: Errno, log: [String]) async {
    let load = ParameterLoad(.v2_6)
    await load.parse(text)
    #expect(load.errno == errno)
    #expect(load.log == log)
  }

  @Test("a string of more than 1,024 bytes is ENOSPC (SEMANTICS 3.3: charp, ENOSPC)")
  func longString() async {
    let load = ParameterLoad(.v2_6)
    let text = String(repeating: "x", count: 1025)
    await load.parse("name=\(text.dropLast())")
    #expect(load.errno == nil)
    await load.parse("name=\(text)")
    #expect(load.errno == .ENOSPC)
    #expect(
      load.log == [
        "name: string parameter too long", "params: `\(text)' too large for parameter `name'",
      ])
  }

  @Test("quotes hold blanks together, - is _, and a bool needs no value (SEMANTICS 3.3: quoting)")
  func quoting() async {
    let load = ParameterLoad(.v2_6)
    await load.parse("name=\"a b\" flag count=7")
    #expect(load.errno == nil)
    #expect(load.module.name == "a b")
    #expect(load.module.flag)
    #expect(load.module.count == 7)
  }
}
