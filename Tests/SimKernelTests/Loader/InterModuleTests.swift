import Testing

@testable import SimKernel

@Suite("inter_module_register and its like") struct InterModuleTests {
  @Test(
    "what is offered under a name counts its owner while somebody has it (SEMANTICS 4: inter_module_register)"
  )
  func offer() throws {
    let bench = try Bench(.v2_4)
    try bench.load("owner") { module in
      module.interModuleRegister("answer", owner: module.thisModule, 42)
    } cleanUp: { module in
      module.interModuleUnregister("answer")
    }
    var got: [Int?] = []
    try bench.load("user") { module in
      got.append(module.interModuleGet("answer"))
      got.append(module.interModuleGet("nothing"))
      let text: String? = module.interModuleGet("answer")
      got.append(text.map { _ in 1 })
    } cleanUp: { module in
      module.interModulePut("answer")
    }
    #expect(got == [42, nil, nil])
    #expect(try bench.unload("owner") == .EBUSY)
    #expect(try bench.unload("user") == nil)
    #expect(try bench.unload("owner") == nil)
    #expect(bench.kernel.loading.interModuleEntries.isEmpty)
  }

  @Test(
    "a name that is taken, or is not there, is a bug of which the caller dies (SEMANTICS 4: inter_module_register)"
  )
  func bugs() throws {
    let texts = [
      "inter_module_register: duplicate im_name 'twice'",
      "inter_module_put: no entry for 'none'", "inter_module_unregister: no entry for 'none'",
    ]
    for (index, text) in texts.enumerated() {
      let bench = try Bench(.v2_4)
      let insmod = try bench.startLoading { module in
        module.interModuleRegister("twice", owner: nil, 1)
        if index == 0 { module.interModuleRegister("twice", owner: nil, 1) }
        if index == 1 { module.interModulePut("none") }
        if index == 2 { module.interModuleUnregister("none") }
      }
      #expect(bench.hasDied(insmod))
      #expect(bench.log.contains { $0.hasPrefix(text + "kernel BUG at ") })
    }
  }

  @Test("an owner that is being removed is not handed out (SEMANTICS 4: inter_module_register)")
  func going() throws {
    let bench = try Bench(.v2_4)
    try bench.load("owner") { module in
      module.interModuleRegister("answer", owner: module.thisModule, 42)
    } cleanUp: { module in
      await module.scheduleTimeout(20)
      module.interModuleUnregister("answer")
    }
    try bench.startUnloading("owner")
    var got: Int? = 0
    try bench.load("user") { module in got = module.interModuleGet("answer") }
    #expect(got == nil)
  }
}
