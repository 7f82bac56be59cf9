/// What a module offers to others.
public struct ModuleExport {
  /// The name that the loader looks for.
  public let name: String
  /// Whether only modules with a licence compatible with the GPL get it.
  public let isGPLOnly: Bool
  /// The declaration that it was compiled with.
  public let signature: SymbolSignature
  private let body: (any Module) -> AnyObject?

  /// A function for everybody.
  ///
  /// C: `EXPORT_SYMBOL`.
  public static func symbol<M: Module, Result, each Argument>(
    _ symbol: ExportedSymbol<Result, repeat each Argument>,
    _ body: @escaping (M) -> (repeat each Argument) -> Result
  ) -> Self {
    Self(symbol, isGPLOnly: false, body)
  }

  /// A function for modules that are compatible with the GPL.
  ///
  /// C: `EXPORT_SYMBOL_GPL`.
  public static func gplOnly<M: Module, Result, each Argument>(
    _ symbol: ExportedSymbol<Result, repeat each Argument>,
    _ body: @escaping (M) -> (repeat each Argument) -> Result
  ) -> Self {
    Self(symbol, isGPLOnly: true, body)
  }

  /// A function that may sleep, for everybody.
  ///
  /// C: `EXPORT_SYMBOL`.
  public static func symbol<M: Module, Result, each Argument>(
    _ symbol: ExportedAsyncSymbol<Result, repeat each Argument>,
    _ body: @escaping (M) -> (repeat each Argument) async -> Result
  ) -> Self {
    Self(symbol, isGPLOnly: false, body)
  }

  /// A function that may sleep, for modules that are compatible with the GPL.
  ///
  /// C: `EXPORT_SYMBOL_GPL`.
  public static func gplOnly<M: Module, Result, each Argument>(
    _ symbol: ExportedAsyncSymbol<Result, repeat each Argument>,
    _ body: @escaping (M) -> (repeat each Argument) async -> Result
  ) -> Self {
    Self(symbol, isGPLOnly: true, body)
  }

  /// The function, for a caller that declares it as `symbol`; nil where it is another type, as
  /// after a forced load of a module with a wrong version.
  func function<Result, each Argument>(
    of module: any Module, as symbol: ExportedSymbol<Result, repeat each Argument>
  ) -> ((repeat each Argument) -> Result)? {
    (body(module) as? SymbolBody<Result, repeat each Argument>)?.function
  }

  /// The function that may sleep, for a caller that declares it as `symbol`; nil as above.
  func function<Result, each Argument>(
    of module: any Module, as symbol: ExportedAsyncSymbol<Result, repeat each Argument>
  ) -> ((repeat each Argument) async -> Result)? {
    (body(module) as? AsyncSymbolBody<Result, repeat each Argument>)?.function
  }

  private init<M: Module, Result, each Argument>(
    _ symbol: ExportedSymbol<Result, repeat each Argument>, isGPLOnly: Bool,
    _ body: @escaping (M) -> (repeat each Argument) -> Result
  ) {
    name = symbol.name
    signature = symbol.signature
    self.isGPLOnly = isGPLOnly
    self.body = { module in (module as? M).map { SymbolBody(body($0)) } }
  }

  private init<M: Module, Result, each Argument>(
    _ symbol: ExportedAsyncSymbol<Result, repeat each Argument>, isGPLOnly: Bool,
    _ body: @escaping (M) -> (repeat each Argument) async -> Result
  ) {
    name = symbol.name
    signature = symbol.signature
    self.isGPLOnly = isGPLOnly
    self.body = { module in (module as? M).map { AsyncSymbolBody(body($0)) } }
  }
}

/// A function with its type, where only an object can be kept.
private final class SymbolBody<Result, each Argument> {
  let function: (repeat each Argument) -> Result
  init(_ function: @escaping (repeat each Argument) -> Result) { self.function = function }
}

/// A function that may sleep with its type, where only an object can be kept.
private final class AsyncSymbolBody<Result, each Argument> {
  let function: (repeat each Argument) async -> Result
  init(_ function: @escaping (repeat each Argument) async -> Result) { self.function = function }
}
