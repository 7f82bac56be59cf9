import Testing

@testable import SimKernel

@Suite struct SymbolResolverTests {
  @Test("unknown symbols of 6.1 are listed in their order, and it is ENOENT (s07_deps 2, 5)")
  func unknown() {
    let load = SymbolLoad("nosym")
    let errno = load.resolve(
      [.named("nor_this"), .named("_printk"), .named("nobody_exports_this")], in: .recorded())
    #expect(errno == .ENOENT)
    #expect(
      load.log == [
        "nosym: Unknown symbol nor_this (err -2)",
        "nosym: Unknown symbol nobody_exports_this (err -2)",
      ])
  }

  @Test("2.6.24 gives no reason (SEMANTICS 3.3); a weak symbol may be missing") func old() {
    let load = SymbolLoad("expb", .v2_6)
    #expect(load.resolve([.named("nor_this").weak, .named("gone")], in: .recorded()) == .ENOENT)
    #expect(load.log == ["expb: Unknown symbol gone"])
    #expect(SymbolLoad("expb").resolve([.named("nor_this").weak], in: .recorded()) == nil)
  }

  @Test("another version of a symbol is EINVAL in 6.1 (s13_loaderrors 30, 35)") func version() {
    let load = SymbolLoad("expb")
    let wrong = ModuleImport.symbol(Header.expaFunc).versioned(0x1234)
    #expect(load.resolve([wrong], in: .recorded()) == .EINVAL)
    #expect(
      load.log == [
        "expb: disagrees about version of symbol expa_func",
        "expb: Unknown symbol expa_func (err -22)",
      ])
    #expect(SymbolLoad("expb").resolve([.symbol(Header.expaFunc)], in: .recorded()) == nil)
  }

  @Test("another version of a symbol is ENOENT in 2.6.24 with versions (SEMANTICS 3.3)")
  func oldVersion() {
    let load = SymbolLoad("expb", .v2_6.with(versions: true))
    let wrong = ModuleImport.symbol(Header.expaFunc).versioned(0x1234)
    #expect(load.resolve([wrong], in: .recorded()) == .ENOENT)
    #expect(
      load.log == [
        "expb: disagrees about version of symbol expa_func", "expb: Unknown symbol expa_func",
      ])
  }

  @Test("another layout of struct module is ENOEXEC, with one line (s13_loaderrors 32)")
  func layout() {
    let load = SymbolLoad("hello")
    let wrong = ModuleImport.named("module_layout").versioned(1)
    #expect(load.checkLayout([wrong], in: .recorded()) == .ENOEXEC)
    #expect(load.log == ["hello: disagrees about version of symbol module_layout"])
    #expect(load.checkLayout([], in: .recorded()) == nil)
  }

  @Test("a file whose versions are missing or ignored is a forced load (s13_loaderrors 36 to 41)")
  func withoutVersions() {
    let load = SymbolLoad("hello", hasVersions: false)
    #expect(load.checkLayout([], in: .recorded()) == nil)
    #expect(load.resolve([.named("_printk").versioned(1)], in: .recorded()) == nil)
    #expect(
      load.log == [
        "hello: module_layout: kernel tainted.", "Disabling lock debugging due to kernel taint",
      ])
    #expect(load.resolver.check.taints == .forcedModule)
    let old = SymbolLoad("hello", .v2_6.with(versions: true), hasVersions: false)
    #expect(old.checkLayout([], in: .recorded()) == nil)
    #expect(old.log == ["hello: no version for \"struct_module\" found: kernel tainted."])
  }

  @Test("without CONFIG_MODVERSIONS versions do not matter (edu kernel)") func unversioned() {
    let load = SymbolLoad("expb", .v6_1.with(versions: false))
    let wrong = ModuleImport.symbol(Header.expaFunc).versioned(0x1234)
    #expect(load.resolve([wrong], in: .recorded()) == nil)
  }

  @Test("a GPL-only symbol does not exist for a proprietary module (README 13)") func gplOnly() {
    let wanted = ModuleImport.named("schedule_hrtimeout")
    let load = SymbolLoad("gpluser", license: "Proprietary")
    #expect(load.resolve([wanted], in: .recorded()) == .ENOENT)
    #expect(load.log == ["gpluser: Unknown symbol schedule_hrtimeout (err -2)"])
    #expect(SymbolLoad("gpluser").resolve([wanted], in: .recorded()) == nil)
  }

  @Test("an owner that is loading is worth a wait, one that is going is ENOENT (s11, s11e)")
  func states() {
    let wanted = ModuleImport.symbol(Header.expaFunc)
    let coming = SymbolLoad("slow_user")
    let table = SymbolTable.recorded(expa: .coming)
    #expect(coming.answer(wanted, in: table) == .refused(.EBUSY, owner: "expa"))
    coming.resolver.gaveUpWaiting(for: "expa")
    #expect(coming.resolve([wanted], in: table) == .EBUSY)
    #expect(
      coming.log == [
        "slow_user: gave up waiting for init of module expa.",
        "slow_user: Unknown symbol expa_func (err -16)",
      ])
    let going = SymbolLoad("slow_user")
    #expect(going.resolve([wanted], in: .recorded(expa: .going)) == .ENOENT)
    #expect(going.log == ["slow_user: Unknown symbol expa_func (err -2)"])
    let old = SymbolLoad("slow_user", .v2_6)
    #expect(old.resolve([wanted], in: .recorded(expa: .coming)) == .ENOENT)
  }

  @Test("who uses a proprietary module's symbols is one itself, and may have no GPL-only ones")
  func inheriting() {
    let table = SymbolTable.recorded(isProprietary: true)
    let load = SymbolLoad("expb")
    let wanted = ModuleImport.symbol(Header.expaFunc)
    #expect(load.resolve([wanted], in: table) == nil)
    #expect(
      load.log == [
        "expb: module uses symbols expa_func from proprietary module expa, inheriting taint."
      ])
    #expect(load.resolver.check.taints == .proprietaryModule)
    let both = SymbolLoad("expb")
    #expect(both.resolve([.named("schedule_hrtimeout"), wanted], in: table) == .ENOENT)
    #expect(
      both.log == [
        "expb: module using GPL-only symbols uses symbols expa_func from proprietary module expa.",
        "expb: Unknown symbol expa_func (err -2)",
      ])
  }
}
