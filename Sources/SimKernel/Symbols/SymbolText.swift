/// How addresses are written with the names of what lies there.
public enum SymbolText {
  /// A function and its place: `expa_func+0x4/0x10 [expa]`, in 2.6 and 6.1.
  ///
  /// C: `sprint_symbol`, `%pS`.
  public static func place(
    of address: Address, in symbol: SymbolEntry, module: String? = nil
  ) -> String {
    let offset = address.rawValue &- symbol.address.rawValue
    let size = String(symbol.size, radix: 16)
    return "\(symbol.name)+0x\(String(offset, radix: 16))/0x\(size)\(bracketed(module, " "))"
  }

  /// A function's name alone: `expa_gpl [expa]`; an address where nothing lies is written in
  /// hexadecimal.
  ///
  /// C: `sprint_symbol_no_offset`, `%ps`.
  public static func name(of found: SymbolTable.Found?, at address: Address) -> String {
    guard let found else { return "0x\(String(address.rawValue, radix: 16))" }
    return found.entry.name + bracketed(found.owner?.name, " ")
  }

  /// A line of `/proc/ksyms` of 2.2 and 2.4, without its newline.
  ///
  /// C: `get_ksyms_list`.
  public static func ksymsLine(_ symbol: SymbolEntry, name: String, module: String?) -> String {
    "\(digits(symbol.address, 8)) \(name)\(bracketed(module, "\t"))"
  }

  /// A line of `/proc/kallsyms` of 2.6 and 6.1, without its newline.
  ///
  /// C: `s_show` of `kernel/kallsyms.c`.
  /// - Parameters:
  ///   - symbol: The symbol.
  ///   - module: Its module; nil for the kernel's own.
  ///   - width: Digits of an address: 8 or 16.
  ///   - isExported: A symbol that is not has a small letter.
  ///   - hidesAddress: Whether the reader may not see addresses (6.1, without `CAP_SYSLOG`).
  /// - Returns: The line.
  public static func kallsymsLine(
    _ symbol: SymbolEntry, module: String?, width: Int, isExported: Bool = true,
    hidesAddress: Bool = false
  ) -> String {
    let address = hidesAddress ? Address.null : symbol.address
    let letter = isExported ? "T" : "t"
    return "\(digits(address, width)) \(letter) \(symbol.name)\(bracketed(module, "\t"))"
  }

  private static func bracketed(_ module: String?, _ separator: String) -> String {
    module.map { "\(separator)[\($0)]" } ?? ""
  }

  private static func digits(_ address: Address, _ width: Int) -> String {
    let text = String(address.rawValue, radix: 16)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
