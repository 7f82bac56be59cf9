/// A module, as far as its symbols are concerned.
public struct ExportingModule: Sendable, Hashable {
  /// Where a module is in its life.
  public enum State: Sendable, Hashable {
    /// Its init is running.
    case coming
    /// It can be used.
    case live
    /// It is being removed.
    case going
  }

  /// The module's name.
  public let name: String
  /// Where it is in its life.
  public var state: State
  /// Whether it is a proprietary module.
  public var isProprietary: Bool
  /// What it exports.
  public let symbols: [SymbolEntry]

  /// A module with its exports.
  public init(
    _ name: String, state: State = .live, isProprietary: Bool = false, symbols: [SymbolEntry]
  ) {
    self.name = name
    self.state = state
    self.isProprietary = isProprietary
    self.symbols = symbols
  }
}
