/// Everything that is exported: by the kernel, and by the modules.
public struct SymbolTable: SymbolSource, Sendable {
  /// A symbol that was found.
  public struct Found: Sendable, Hashable {
    /// The symbol.
    public let entry: SymbolEntry
    /// The module that it belongs to; nil for the kernel's own.
    public let owner: ExportingModule?
  }

  /// The kernel's own.
  public let kernel: [SymbolEntry]
  /// The modules, the oldest first.
  public private(set) var owners: [ExportingModule] = []
  private var ownSymbols: [String: SymbolEntry] = [:]

  /// A table with the kernel's own symbols.
  public init(kernel: [SymbolEntry]) {
    self.kernel = kernel
    for entry in kernel where ownSymbols[entry.name] == nil { ownSymbols[entry.name] = entry }
  }

  /// Adds a module, at the end.
  public mutating func add(_ owner: ExportingModule) { owners.append(owner) }

  /// Removes a module; nothing happens where there is none of that name.
  public mutating func remove(_ name: String) { owners.removeAll { $0.name == name } }

  /// Notes where a module is in its life.
  public mutating func set(_ state: ExportingModule.State, of name: String) {
    for index in owners.indices where owners[index].name == name { owners[index].state = state }
  }

  /// The symbol with a name: the kernel's first, then those of the newest module.
  ///
  /// C: `find_symbol`.
  /// - Parameters:
  ///   - name: The name.
  ///   - gplOK: Whether those for the GPL only are found, too.
  /// - Returns: The symbol and its owner; nil where nobody has it.
  public func find(_ name: String, gplOK: Bool) -> Found? {
    if let entry = ownSymbols[name], gplOK || !entry.isGPLOnly {
      return Found(entry: entry, owner: nil)
    }
    for owner in owners.reversed() {
      if let entry = owner.symbols.first(where: { $0.name == name && (gplOK || !$0.isGPLOnly) }) {
        return Found(entry: entry, owner: owner)
      }
    }
    return nil
  }
}
