/// What loading asks of symbols, parameters and licences.
///
/// The loaders know nothing of them: they only ask at the right moment, and keep the references.
protocol ModuleLinker {
  /// Looks at a file before any memory is given to the module: version magic, licence, signature.
  ///
  /// C: `check_modinfo`. Throws `ENOEXEC` and its like.
  func check(_ image: ModuleImage, on kernel: Kernel) throws(Trap)

  /// The symbols that the module needs and somebody has to export, in the file's order.
  func imports(of image: ModuleImage) -> [String]

  /// Who exports a symbol; throws what the caller's load fails with.
  ///
  /// C: `resolve_symbol`, without the reference.
  func exporter(
    of symbol: String, for module: ModuleRecord, on kernel: Kernel
  ) throws(Trap) -> SymbolOwner

  /// The symbols that a module exports, with their addresses.
  func exports(of module: ModuleRecord) -> [KernelSymbol]

  /// Reads the arguments of `insmod` into the module's variables.
  ///
  /// C: `parse_args`.
  func parse(_ arguments: String, for module: ModuleRecord, on kernel: Kernel) throws(Trap)

  /// What the module taints the kernel with, noted on it and on the kernel.
  func taint(with module: ModuleRecord, _ image: ModuleImage, on kernel: Kernel)
}

/// Who exports a symbol.
enum SymbolOwner {
  /// The kernel itself.
  case kernel
  case module(ModuleRecord)
}

/// Links modules that need nothing from each other and take no parameters.
struct NoSymbols: ModuleLinker {
  func check(_ image: ModuleImage, on kernel: Kernel) throws(Trap) {}

  func imports(of image: ModuleImage) -> [String] { [] }

  func exporter(
    of symbol: String, for module: ModuleRecord, on kernel: Kernel
  ) throws(Trap) -> SymbolOwner { throw .errno(.ENOENT) }

  func exports(of module: ModuleRecord) -> [KernelSymbol] { [] }

  func parse(_ arguments: String, for module: ModuleRecord, on kernel: Kernel) throws(Trap) {}

  func taint(with module: ModuleRecord, _ image: ModuleImage, on kernel: Kernel) {}
}
