@testable import SimKernel

/// The symbols of one load, and what was printed.
final class SymbolLoad {
  /// What was printed.
  private final class Log {
    var lines: [String] = []
  }

  private(set) var resolver: SymbolResolver
  private let printed = Log()

  init(
    _ name: String, _ rules: SymbolRules = .v6_1, license: String = "GPL", hasVersions: Bool = true
  ) {
    let taint = KernelTaint(rules.layoutSymbol == "module_layout" ? .v6_1 : .v2_6)
    let printed = printed
    var check = ModuleCheck(module: name, kernel: taint) { printed.lines.append($0.text) }
    check.checkLicense(license, .v2_6)
    printed.lines = []
    resolver = SymbolResolver(rules, check, hasVersions: hasVersions)
  }

  var log: [String] { printed.lines }

  /// Looks for one, without a word.
  func answer(_ wanted: ModuleImport, in table: SymbolTable) -> SymbolResolver.Answer {
    resolver.resolve(wanted, in: table)
  }

  /// Looks for all; the errno is that of the last that failed.
  func resolve(_ imports: [ModuleImport], in table: SymbolTable) -> Errno? {
    var failure: Errno?
    for wanted in imports {
      let answer = resolver.resolve(wanted, in: table)
      if let errno = resolver.conclude(wanted, answer) { failure = errno }
    }
    return failure
  }

  /// Compares the layout of `struct module`.
  func checkLayout(_ imports: [ModuleImport], in table: SymbolTable) -> Errno? {
    do throws(Errno) {
      try resolver.checkLayout(imports, in: table)
      return nil
    } catch {
      return error
    }
  }
}

extension SymbolTable {
  /// A kernel with a few symbols of its own, and the recorded module expa.
  static func recorded(
    expa: ExportingModule.State = .live, isProprietary: Bool = false
  ) -> SymbolTable {
    var table = SymbolTable(kernel: [
      SymbolEntry("_printk", at: Address(0x8100_1000), size: 0x50),
      SymbolEntry("schedule_hrtimeout", at: Address(0x8100_2000), isGPLOnly: true),
      SymbolEntry("module_layout", at: Address(0x8100_3000)),
      SymbolEntry("struct_module", at: Address(0x8100_3000)),
    ])
    table.add(
      ExportingModule(
        "expa", state: expa, isProprietary: isProprietary,
        symbols: [
          SymbolEntry(
            "expa_func", at: Address(0xc059_7000), size: 0x10,
            signature: Header.expaFunc.signature),
          SymbolEntry(
            "expa_gpl", at: Address(0xc059_7010), isGPLOnly: true,
            signature: Header.expaGPL.signature),
        ]))
    return table
  }
}
