@testable import SimKernel

/// Links modules by two tables that a test writes.
struct FakeLinker: ModuleLinker {
  /// The symbols that each module needs.
  var imports: [String: [String]] = [:]
  /// The module that exports each symbol.
  var exporters: [String: String] = [:]
  /// Arguments that are refused.
  var badArguments: [String: Errno] = [:]

  func check(_ image: ModuleImage, on kernel: Kernel) throws(Trap) {}

  func imports(of image: ModuleImage) -> [String] { imports[image.name] ?? [] }

  func exporter(
    of symbol: String, for module: ModuleRecord, on kernel: Kernel
  ) throws(Trap) -> SymbolOwner {
    guard let name = exporters[symbol], let owner = kernel.findModule(name) else {
      throw .errno(.ENOENT)
    }
    return .module(owner)
  }

  func exports(of module: ModuleRecord) -> [KernelSymbol] {
    exporters.keys.sorted().filter { exporters[$0] == module.name }.map {
      KernelSymbol(name: $0, address: module.base, size: 16)
    }
  }

  func parse(_ arguments: String, for module: ModuleRecord, on kernel: Kernel) throws(Trap) {
    if let errno = badArguments[arguments] { throw .errno(errno) }
  }

  func taint(with module: ModuleRecord, _ image: ModuleImage, on kernel: Kernel) {}
}
