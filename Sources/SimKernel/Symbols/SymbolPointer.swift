/// A pointer to a function that somebody exports, as `symbol_get` returns it.
///
/// It is only an address: of a function that has gone, a call faults.
public struct SymbolPointer<Result, each Argument>: Sendable {
  let symbol: ExportedSymbol<Result, repeat each Argument>
  let address: Address
}

/// A pointer to a function that may sleep, as ``SymbolPointer``.
public struct AsyncSymbolPointer<Result, each Argument>: Sendable {
  let symbol: ExportedAsyncSymbol<Result, repeat each Argument>
  let address: Address
}
