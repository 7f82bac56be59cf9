/// A function that one module exports and others call: what a header file declares in C.
///
/// ```swift
/// let expaFunc = ExportedSymbol("expa_func", as: ((Int) -> Int).self)
/// ```
public struct ExportedSymbol<Result, each Argument>: Sendable {
  /// The function's type.
  public typealias Function = (repeat each Argument) -> Result

  /// The name that the loader looks for.
  public let name: String
  /// The declaration.
  public let signature: SymbolSignature

  /// Declares a function by its name and its type.
  public init(_ name: String, as type: Function.Type) {
    self.name = name
    signature = SymbolSignature(name, type)
  }
}

/// A function that may sleep, that one module exports and others call.
///
/// ```swift
/// let slowFn = ExportedAsyncSymbol("slow_fn", as: ((Int) async -> Int).self)
/// ```
public struct ExportedAsyncSymbol<Result, each Argument>: Sendable {
  /// The function's type.
  public typealias Function = (repeat each Argument) async -> Result

  /// The name that the loader looks for.
  public let name: String
  /// The declaration.
  public let signature: SymbolSignature

  /// Declares a function by its name and its type.
  public init(_ name: String, as type: Function.Type) {
    self.name = name
    signature = SymbolSignature(name, type)
  }
}
