import Testing

@testable import SimKernel

@Suite struct SymbolTableTests {
  /// Lines that were printed.
  private final class Log {
    var lines: [String] = []
    func say(_ message: KernelMessage) { lines.append(message.text) }
  }

  @Test("symbol_get of 6.1 gives out only what is for the GPL only (s07_deps 30 to 35)")
  func symbolGet() {
    let log = Log()
    let table = SymbolTable.recorded()
    let found = table.symbolGet("expa_gpl", .v6_1, say: log.say)
    #expect(SymbolText.name(of: found, at: .null) == "expa_gpl [expa]")
    #expect(log.lines == [])
    let none = table.symbolGet("expa_func", .v6_1, say: log.say)
    #expect(log.lines == ["failing symbol_get of non-GPLONLY symbol expa_func."])
    #expect(SymbolText.name(of: none, at: .null) == "0x0")
    #expect(table.symbolGet("expa_func", .v2_6, say: log.say) != nil)
    #expect(log.lines.count == 1)
  }

  @Test("symbol_get fails while the owner is loading or going (SEMANTICS 4)") func ownerState() {
    for rules in [SymbolRules.v2_6, .v6_1] {
      for state in [ExportingModule.State.coming, .going] {
        let table = SymbolTable.recorded(expa: state)
        #expect(table.symbolGet("expa_gpl", rules) { _ in } == nil)
      }
      #expect(SymbolTable.recorded().symbolGet("gone", rules) { _ in } == nil)
    }
  }

  @Test("an export that somebody has already is ENOEXEC (SEMANTICS 3.3)") func duplicates() throws {
    let log = Log()
    let table = SymbolTable.recorded()
    #expect(throws: Errno.ENOEXEC) {
      try table.checkDuplicates(
        of: [SymbolEntry("mine", at: .null), SymbolEntry("expa_func", at: .null)], by: "expd",
        say: log.say)
    }
    #expect(throws: Errno.ENOEXEC) {
      try table.checkDuplicates(of: [SymbolEntry("_printk", at: .null)], by: "expd", say: log.say)
    }
    #expect(
      log.lines == [
        "expd: exports duplicate symbol expa_func (owned by expa)",
        "expd: exports duplicate symbol _printk (owned by kernel)",
      ])
    try table.checkDuplicates(of: [SymbolEntry("mine", at: .null)], by: "expd", say: log.say)
  }

  @Test("a module's symbols go with it") func removal() {
    var table = SymbolTable.recorded()
    table.set(.going, of: "expa")
    #expect(table.find("expa_func", gplOK: false)?.owner?.state == .going)
    #expect(table.find("expa_gpl", gplOK: false) == nil)
    table.remove("expa")
    #expect(table.find("expa_func", gplOK: true) == nil)
  }

  @Test("places and lines are written as the kernels write them (SEMANTICS 5.1; README 15)")
  func texts() throws {
    let entry = try #require(SymbolTable.recorded().find("expa_func", gplOK: true)?.entry)
    let inside = Address(0xc059_7004)
    #expect(SymbolText.place(of: inside, in: entry, module: "expa") == "expa_func+0x4/0x10 [expa]")
    #expect(SymbolText.place(of: entry.address, in: entry) == "expa_func+0x0/0x10")
    let versioned = ModutilsSymbols.versioned("expa_func", 0x1b7d_4074, isSMP: false)
    #expect(
      SymbolText.ksymsLine(entry, name: versioned, module: "expa")
        == "c0597000 expa_func_R1b7d4074\t[expa]")
    #expect(SymbolText.ksymsLine(entry, name: "expa_func", module: nil) == "c0597000 expa_func")
    #expect(
      SymbolText.kallsymsLine(entry, module: "expa", width: 16)
        == "00000000c0597000 T expa_func\t[expa]")
    #expect(
      SymbolText.kallsymsLine(
        entry, module: "expa", width: 16, isExported: false, hidesAddress: true)
        == "0000000000000000 t expa_func\t[expa]")
  }
}
