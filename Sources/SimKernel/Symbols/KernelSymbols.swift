/// What a kernel generation itself exports to modules: the names that the calls of ``Module`` have in
/// its object files.
///
/// C: `EXPORT_SYMBOL` and `EXPORT_SYMBOL_GPL`, `kernel/ksyms.c` of 2.2 and 2.4. Only what a module
/// of this simulation can be imagined to use is listed, and the places are free.
final class KernelSymbols: Sendable {
  /// All of them, in the order of their addresses.
  let entries: [SymbolEntry]
  private let byName: [String: SymbolEntry]

  /// How far from the start of the kernel's text they lie: behind what a crash can show.
  private static let distance: UInt64 = 0x9_0000

  /// Lays symbols out, the ones for the GPL only behind the others.
  ///
  /// Both texts hold names with blanks or line ends between them.
  init(_ architecture: Architecture, _ names: String, gplOnly: String = "") {
    var next = architecture.textStart + Self.distance
    var entries: [SymbolEntry] = []
    for (list, isGPLOnly) in [(names, false), (gplOnly, true)] {
      for name in list.split(whereSeparator: \.isWhitespace).map(String.init) {
        let size = MachineCode.size(of: name)
        entries.append(SymbolEntry(name, at: next, size: UInt32(size), isGPLOnly: isGPLOnly))
        next = next + size
      }
    }
    self.entries = entries
    byName = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The symbol with a name.
  subscript(_ name: String) -> SymbolEntry? { byName[name] }

  /// The symbol in which an address lies.
  func containing(_ address: Address) -> SymbolEntry? {
    guard let entry = entries[..<entries.sortedIndex { $0.address > address }].last,
      address < entry.address + UInt64(entry.size)
    else { return nil }
    return entry
  }
}
