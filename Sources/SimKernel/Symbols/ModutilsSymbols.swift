/// How `insmod` of 2.2 and 2.4 resolves a module's symbols, before the kernel sees the module.
///
/// C: `add_kernel_symbols`, `obj_check_undefineds` of modutils.
public struct ModutilsSymbols: Sendable {
  /// What stands before the name of a symbol for the GPL only, since 2.4.
  public static let gplPrefix = "GPLONLY_"

  /// Whether the running kernel and the module both have versions in the names.
  ///
  /// C: `CONFIG_MODVERSIONS`: `printk_R1b7d4074`.
  public let comparesVersions: Bool
  /// Whether the module's licence is compatible with the GPL.
  public let isGPL: Bool

  /// Begins for a module.
  public init(comparesVersions: Bool, isGPL: Bool) {
    self.comparesVersions = comparesVersions
    self.isGPL = isGPL
  }

  /// The name with its version behind it: `printk_R1b7d4074`, on an SMP kernel
  /// `printk_Rsmp_1b7d4074`.
  public static func versioned(_ name: String, _ version: UInt32, isSMP: Bool) -> String {
    "\(name)_R\(isSMP ? "smp_" : "")\(hexadecimal(version, digits: 8))"
  }

  /// Takes a name with a version apart; nil where it has none.
  static func version(atEndOf name: Substring) -> (name: Substring, number: UInt32)? {
    let digits = name.suffix(8)
    let rest = name.dropLast(8)
    guard digits.utf8.count == 8, let number = UInt32(digits, radix: 16) else { return nil }
    for mark in ["_Rsmp_", "_R"] where rest.hasSuffix(mark) {
      return (rest.dropLast(mark.count), number)
    }
    return nil
  }

  /// Finds a symbol; a module's state does not matter to `insmod`.
  public func resolve(_ wanted: ModuleImport, in table: SymbolTable) -> SymbolTable.Found? {
    guard let found = table.find(wanted.name, gplOK: isGPL) else { return nil }
    if comparesVersions, let version = found.entry.version, let expected = wanted.version,
      version != expected
    {
      return nil
    }
    return found
  }

  /// Looks for all of them, and says which are missing; a weak one may be.
  ///
  /// - Parameters:
  ///   - imports: What the module needs.
  ///   - table: What there is.
  ///   - isSMP: Whether the names were made for several processors.
  /// - Returns: The messages, each to stand behind the file's name; empty where all are there.
  public func unresolved(
    _ imports: [ModuleImport], in table: SymbolTable, isSMP: Bool
  ) -> [String] {
    var missing: [String] = []
    for wanted in imports where !wanted.isWeak && resolve(wanted, in: table) == nil {
      let version = comparesVersions ? wanted.version : nil
      let name = version.map { Self.versioned(wanted.name, $0, isSMP: isSMP) } ?? wanted.name
      missing.append("unresolved symbol \(name)")
    }
    if !missing.isEmpty, !isGPL { missing.append(hint(sawGPLOnly: table.hasGPLOnly)) }
    return missing
  }

  /// What it adds for a module whose licence is not compatible.
  private func hint(sawGPLOnly: Bool) -> String {
    let start =
      "\nHint: You are trying to load a module without a GPL compatible license\n"
      + "      and it has unresolved symbols.  "
    if sawGPLOnly {
      return start + "The module may be trying to access\n"
        + "      GPLONLY symbols but the problem is more likely to be a coding or\n"
        + "      user error.  Contact the module supplier for assistance, only they\n"
        + "      can help you.\n"
    }
    return start + "Contact the module supplier for\n"
      + "      assistance, only they can help you.\n"
  }
}

extension Kernel {
  /// The name under which `insmod` of 2.2 and 2.4 finds a symbol: with its version, and a mark where
  /// it is for the GPL only.
  func exportedName(_ symbol: SymbolEntry) -> String {
    let prefix = symbol.isGPLOnly ? ModutilsSymbols.gplPrefix : ""
    guard version.configuration.hasModuleVersions, let number = symbol.version else {
      return prefix + symbol.name
    }
    return prefix + ModutilsSymbols.versioned(symbol.name, number, isSMP: mode.processors > 1)
  }
}

extension SymbolTable {
  /// Whether anything is exported for the GPL only.
  fileprivate var hasGPLOnly: Bool {
    kernel.contains(where: \.isGPLOnly)
      || owners.contains { $0.symbols.contains(where: \.isGPLOnly) }
  }
}
