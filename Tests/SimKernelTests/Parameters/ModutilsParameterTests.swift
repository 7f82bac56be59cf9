import Testing

@testable import SimKernel

@Suite struct ModutilsParameterTests {
  @Test(
    "insmod of 2.2 and 2.4 refuses a parameter with its own text (SEMANTICS 5.2)",
    arguments: [
      ("bogus=1", "invalid parameter parm_bogus"),
      ("arr=1,2,3,4", "too many values for arr (max 3)"),
      ("count=abc", "invalid argument syntax for count: 'a'"),
      ("count=12x", "invalid argument syntax for count: 'x'"),
      ("str=1234567", "string too long for str (max 7)"),
      ("name=\"abc", "improperly terminated string argument for name"),
    ]) func refused(_ word: String, _ text: String) async
  {
    let load = ParameterLoad(ModutilsParameterParser())
    await load.parse(word)
    #expect(load.errno == .EINVAL)
    #expect(load.log == [text])
  }

  @Test("insmod reads numbers with strtoul: signs, bases, and the largest for too large a one")
  func numbers() async {
    let load = ParameterLoad(ModutilsParameterParser())
    await load.parse("count=-5", "ucount=0x1f", "by=256", "sh=010", "lg=99999999999", "flag=2")
    #expect(load.errno == nil)
    #expect(load.module.count == -5)
    #expect(load.module.ucount == 31)
    #expect(load.module.by == 0)
    #expect(load.module.sh == 8)
    #expect(load.module.lg == -1)
    #expect(load.module.flag)
  }

  @Test("a word without = is passed over; strings may be quoted as in C, and have commas then")
  func strings() async {
    let load = ParameterLoad(ModutilsParameterParser())
    await load.parse("count", "name=\"a,\\x\\101\\tb\"", "str=hi", "arr=7,8")
    #expect(load.errno == nil)
    #expect(load.module.name == "a,xA\tb")
    #expect(load.module.str == "hi")
    #expect(load.module.arr == [7, 8, 3])
    #expect(load.module.narr == 0)
  }

  @Test("MODULE_PARM's words say how many and of what type (SEMANTICS 5.2)") func forms() {
    let forms = ParameterModule.parameters.map { ModutilsForm($0)?.text }
    #expect(forms == ["i", "i", "h", "b", "l", "i", "s", "1-3i", "c8", "i", "i"])
    let pair = ModuleParameter.intArray("pair", \ParameterModule.arr, count: 2).atLeast(2)
    #expect(ModutilsForm(pair)?.text == "2i")
  }

  @Test("too few values are refused where the type says so (SEMANTICS 5.2)") func tooFew() async {
    let load = ParameterLoad(ModutilsParameterParser())
    let pair = ModuleParameter.intArray("pair", \ParameterModule.arr, count: 3).atLeast(2)
    var log: [String] = []
    await #expect(throws: Errno.EINVAL) {
      try await ModutilsParameterParser().parse(
        ["pair=1"], for: ParameterTarget(load.module, named: "params", [pair])
      ) { log.append($0.text) }
    }
    #expect(log == ["too few values for pair (min 2)"])
  }
}
