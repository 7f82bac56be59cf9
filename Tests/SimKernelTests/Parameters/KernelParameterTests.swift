import Testing

@testable import SimKernel

@Suite struct KernelParameterTests {
  @Test(
    "good values of 6.1 reach the module's variables (s12_params, steps 2 to 18)",
    arguments: [
      ("", "count=1 ucount=2 sh=3 by=4 lg=5 flag=0 name=none arr=1,2,3 narr=0 str=abc hidden=9"),
      (
        "count=7 flag=1 name=bob arr=10,20 str=hi hidden=3",
        "count=7 ucount=2 sh=3 by=4 lg=5 flag=1 name=bob arr=10,20,3 narr=2 str=hi hidden=3"
      ),
      (
        "flag", "count=1 ucount=2 sh=3 by=4 lg=5 flag=1 name=none arr=1,2,3 narr=0 str=abc hidden=9"
      ),
      (
        "flag=Y count=0x1f ucount=010 by=255",
        "count=31 ucount=8 sh=3 by=255 lg=5 flag=1 name=none arr=1,2,3 narr=0 str=abc hidden=9"
      ),
      (
        "flag=on count=-5",
        "count=-5 ucount=2 sh=3 by=4 lg=5 flag=1 name=none arr=1,2,3 narr=0 str=abc hidden=9"
      ),
      (
        "name=\"a b\"",
        "count=1 ucount=2 sh=3 by=4 lg=5 flag=0 name=a b arr=1,2,3 narr=0 str=abc hidden=9"
      ),
      (
        "count=1 count=2",
        "count=2 ucount=2 sh=3 by=4 lg=5 flag=0 name=none arr=1,2,3 narr=0 str=abc hidden=9"
      ),
      ("name=", "count=1 ucount=2 sh=3 by=4 lg=5 flag=0 name= arr=1,2,3 narr=0 str=abc hidden=9"),
    ]) func good(_ text: String, _ line: String) async
  {
    let load = ParameterLoad(.v6_1)
    await load.parse(text)
    #expect(load.errno == nil)
    #expect(load.log == [])
    #expect(load.module.line == "params: \(line) wo=8")
  }

  @Test(
    "bad values of 6.1 have the recorded errno and texts (s12_params, steps 21 to 39)",
    arguments: [
      ("count=abc", 22, ["params: `abc' invalid for parameter `count'"]),
      ("count=99999999999", 34, ["params: `99999999999' invalid for parameter `count'"]),
      ("count=2147483648", 34, ["params: `2147483648' invalid for parameter `count'"]),
      ("count=12x", 22, ["params: `12x' invalid for parameter `count'"]),
      ("count=", 22, ["params: `' invalid for parameter `count'"]),
      ("count", 22, ["params: `' invalid for parameter `count'"]),
      ("ucount=-1", 22, ["params: `-1' invalid for parameter `ucount'"]),
      ("by=256", 34, ["params: `256' invalid for parameter `by'"]),
      ("sh=40000", 34, ["params: `40000' invalid for parameter `sh'"]),
      ("flag=maybe", 22, ["params: `maybe' invalid for parameter `flag'"]),
      ("flag=2", 22, ["params: `2' invalid for parameter `flag'"]),
      ("name", 22, ["params: `' invalid for parameter `name'"]),
      (
        "arr=1,2,3,4", 22,
        ["arr: can only take 3 arguments", "params: `1' invalid for parameter `arr'"]
      ),
      ("arr=1,x", 22, ["params: `1' invalid for parameter `arr'"]),
      ("arr=", 22, ["params: `' invalid for parameter `arr'"]),
      (
        "str=toolongvalue", 28,
        [
          "str: string doesn't fit in 7 chars.",
          "params: `toolongvalue' too large for parameter `str'",
        ]
      ),
    ]) func bad(_ text: String, _ errno: Int, _ log: [String]) async
  {
    let load = ParameterLoad(.v6_1)
    await load.parse(text)
    #expect(load.errno == Errno(rawValue: errno))
    #expect(load.log == log)
  }

  @Test(
    "6.1 ignores an unknown name with a line, 2.6.24 refuses it (SEMANTICS 3.3: no such parameter)")
  func unknown() async {
    let new = ParameterLoad(.v6_1)
    await new.parse("bogus=1 count=5")
    #expect(new.errno == nil)
    #expect(new.log == ["params: unknown parameter 'bogus' ignored"])
    #expect(new.module.count == 5)
    let old = ParameterLoad(.v2_6)
    await old.parse("bogus=1 count=5")
    #expect(old.errno == .ENOENT)
    #expect(old.log == ["params: Unknown parameter `bogus'"])
    #expect(old.module.count == 1)
  }

  @Test("6.1 goes on behind a bad value and fails with the last errno, 2.6.24 stops (parse_args)")
  func goingOn() async {
    let new = ParameterLoad(.v6_1)
    await new.parse("count=x by=256 sh=12")
    #expect(new.errno == .ERANGE)
    #expect(new.log.count == 2)
    #expect(new.module.sh == 12)
    let old = ParameterLoad(.v2_6)
    await old.parse("count=x by=256 sh=12")
    #expect(old.errno == .EINVAL)
    #expect(old.log == ["params: `x' invalid for parameter `count'"])
    #expect(old.module.sh == 3)
  }

  @Test("-- ends the parameters in 6.1 and is an unknown one in 2.6.24 (parse_args)")
  func dashes() async {
    let new = ParameterLoad(.v6_1)
    await new.parse("count=3 -- by=256 x")
    #expect(new.errno == nil)
    #expect(new.log == ["params: parameters 'by=256 x' after `--' ignored"])
    #expect(new.module.count == 3)
    let old = ParameterLoad(.v2_6)
    await old.parse("count=3", "--", "by=256")
    #expect(old.errno == .ENOENT)
    #expect(old.log == ["params: Unknown parameter `--'"])
  }

  @Test("dyndbg and async_probe are taken by every module of 6.1 (unknown_module_param_cb)")
  func dynamicDebug() async {
    let debian = ParameterLoad(.v6_1)
    await debian.parse("dyndbg=+p dyndbg async_probe")
    #expect(debian.errno == nil && debian.log == [])
    let plain = ParameterLoad(.v6_1.with(dynamicDebug: false))
    await plain.parse("dyndbg=+p")
    #expect(plain.errno == nil)
    #expect(plain.log == ["dyndbg param is supported only in CONFIG_DYNAMIC_DEBUG builds"])
  }

  @Test("- and _ are the same in a name, quotes hold blanks together (SEMANTICS 3.3: quoting)")
  func quoting() async {
    var words: [ParameterScanner.Argument] = []
    var scanner = ParameterScanner("  a-b=\"x y\" \"c=d e\" f g=\"h", .v6_1)
    while let word = scanner.next() { words.append(word) }
    #expect(
      words == [
        .init(name: "a-b", value: "x y"), .init(name: "c", value: "d e"),
        .init(name: "f", value: nil), .init(name: "g", value: "h"),
      ])
  }

  @Test("a text that is longer than kmalloc gives is refused with ENOMEM")
  func tooLong() async {
    let load = ParameterLoad(.v6_1)
    await load.parse("name=" + String(repeating: "x", count: 4 << 20))
    #expect(load.errno == .ENOMEM)
    await load.parse("name=" + String(repeating: "x", count: 1025))
    #expect(load.errno == .ENOSPC)
    #expect(load.log.first == "name: string parameter too long")
  }

  @Test("2.6.24 ignores what follows a number, and wraps one that is too large (kernel/params.c)")
  func lenientNumbers() async {
    let load = ParameterLoad(.v2_6)
    await load.parse("count=12x ucount=4294967297 lg=2147483648 sh=-")
    #expect(load.errno == nil)
    #expect(load.module.count == 12)
    #expect(load.module.ucount == 1)
    #expect(load.module.lg == -2_147_483_648)
    #expect(load.module.sh == 0)
    await load.parse("by=256")
    #expect(load.errno == .EINVAL)
    await load.parse("ucount=-1")
    #expect(load.errno == .EINVAL)
    await load.parse("flag=on")
    #expect(load.errno == .EINVAL)
  }

  @Test(
    "each setter of 2.6.24 refuses a missing value itself (SEMANTICS 3.3: charp, array without value)"
  )
  func missingValues() async {
    let load = ParameterLoad(.v2_6)
    await load.parse("name")
    #expect(
      load.log == ["name: string parameter expected", "params: `' invalid for parameter `name'"])
    await load.parse("arr")
    #expect(load.log == ["arr: expects arguments", "params: `' invalid for parameter `arr'"])
    await load.parse("str")
    #expect(load.log.first == "str: missing param set value")
  }

  @Test("an array of strings takes as many as it has room for")
  func strings() async throws {
    let module = ParameterModule()
    let words = ModuleParameter.charpArray(
      "words", \ParameterModule.words, count: 2, given: \ParameterModule.narr)
    let target = ParameterTarget(module, named: "params", [words])
    var log: [String] = []
    func parse(_ text: String) async -> Errno? {
      do throws(Errno) {
        try await KernelParameterParser(.v6_1).parse([text], for: target) { log.append($0.text) }
        return nil
      } catch {
        return error
      }
    }
    #expect(await parse("words=one") == nil)
    #expect(module.words == ["one", ""] && module.narr == 1)
    #expect(await parse("words=one,two") == nil)
    #expect(module.words == ["one", "two"] && module.narr == 2)
    #expect(await parse("words=a,b,c") == .EINVAL)
    #expect(log.first?.contains("words: can only take 2 arguments") == true)
  }
}
