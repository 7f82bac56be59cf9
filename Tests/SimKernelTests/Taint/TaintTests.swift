import Testing

@testable import SimKernel

@Suite struct TaintTests {
  @Test("the letters of an oops stand at their places (README 0; s10_force 15)")
  func letters() {
    let rules = TaintRules.v6_1
    #expect(rules.text(of: []) == "Not tainted")
    #expect(rules.text(of: [.outOfTree, .unsigned]) + " " == "Tainted: G           OE      ")
    #expect(
      rules.text(of: [.outOfTree, .unsigned, .forcedRemoval]) + " "
        == "Tainted: G  R        OE      ")
    #expect(
      rules.text(of: [.outOfTree, .unsigned, .died]) + " " == "Tainted: G      D    OE      ")
    #expect(rules.text(of: [.outOfTree, .warned]) + " " == "Tainted: G        W  O       ")
  }

  @Test("2.4 has two letters, 2.6.24 eight, 2.2 none (print_tainted)") func generations() {
    #expect(TaintRules.v2_4.text(of: .proprietaryModule) == "Tainted: P ")
    #expect(TaintRules.v2_4.text(of: [.proprietaryModule, .forcedModule]) == "Tainted: PF")
    #expect(TaintRules.v2_6.text(of: [.forcedModule, .died]) == "Tainted: GF     D")
    #expect(TaintRules.v2_2.text(of: .died) == "")
  }

  @Test("the numbers are those of /proc/sys/kernel/tainted (README 0)") func numbers() {
    let loaded: TaintFlags = [.outOfTree, .unsigned]
    #expect(loaded.rawValue == 12288)
    #expect(loaded.union(.died).rawValue == 12416)
    #expect(loaded.union(.warned).rawValue == 12800)
    #expect(loaded.union(.forcedRemoval).rawValue == 12296)
    #expect(loaded.union(.forcedModule).rawValue == 12290)
    #expect(loaded.union(.proprietaryModule).rawValue == 12289)
  }

  @Test("/proc/modules ends with the module's taints and its state (README 0; s13, s11)")
  func suffixes() {
    let rules = TaintRules.v6_1
    let loaded: TaintFlags = [.outOfTree, .unsigned]
    #expect(rules.lineEnd(ofModule: loaded) == " (OE)")
    #expect(rules.lineEnd(ofModule: loaded, isComing: true) == " (OE+)")
    #expect(rules.lineEnd(ofModule: loaded, isGoing: true) == " (OE-)")
    #expect(rules.lineEnd(ofModule: loaded.union(.forcedModule)) == " (FOE)")
    #expect(rules.lineEnd(ofModule: loaded.union(.proprietaryModule)) == " (POE)")
    #expect(rules.lineEnd(ofModule: [], isComing: true) == "")
    #expect(rules.suffix(ofModule: [], isComing: true) == "(+)")
    #expect(TaintRules.v2_6.suffix(ofModule: .proprietaryModule, isGoing: true) == "(P)")
  }

  @Test("lock debugging goes once, with a line in 6.1; an oops takes it without one (s10_force 11)")
  func lockDebugging() {
    var taint = KernelTaint(.v6_1)
    #expect(taint.add(.outOfTree) == [])
    #expect(
      taint.add(.forcedRemoval, unreliableLocks: true)
        == [KernelMessage("Disabling lock debugging due to kernel taint", .warning)])
    #expect(taint.add(.proprietaryModule, unreliableLocks: true) == [])
    var oopsed = KernelTaint(.v6_1)
    oopsed.enterOops()
    #expect(oopsed.add(.died, unreliableLocks: true) == [])
    var old = KernelTaint(.v2_6)
    #expect(old.add(.forcedRemoval, unreliableLocks: true) == [])
  }

  @Test("/proc/sys/kernel/tainted can be cleared in 2.4, and only grows later") func writing() {
    var old = KernelTaint(.v2_4)
    old.write(1)
    #expect(old.text == "Tainted: P ")
    old.write(0)
    #expect(old.text == "Not tainted")
    var new = KernelTaint(.v6_1)
    new.write(4096)
    new.write(0)
    #expect(new.flags == .outOfTree)
  }
}
