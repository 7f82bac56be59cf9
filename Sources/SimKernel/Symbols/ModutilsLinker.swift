/// The part of `insmod` of 2.2 and 2.4 that the kernel does itself since 2.5.48: it asks which symbols
/// there are, puts their addresses into the module, and writes the parameters into its data.
///
/// C: `add_kernel_symbols`, `obj_check_undefineds`, `process_module_arguments` of modutils.
public struct ModutilsLinker {
  private let system: SystemCalls

  /// Begins for a process.
  public init(_ system: SystemCalls) { self.system = system }

  /// Links a module with what is loaded.
  ///
  /// - Parameter image: What its file holds; it gets the addresses and the names of the modules that it
  ///   uses.
  /// - Returns: What is wrong with it, one message each, to stand behind the file's name; empty where
  ///   nothing is.
  /// - Throws: What `query_module` throws.
  public func link(_ image: inout ModuleImage) async throws(Errno) -> [String] {
    let table = try await symbols()
    let kernel = system.kernel
    let isGPL = kernel.version.linking.licenses.isCompatible(image.licenseText)
    let resolver = ModutilsSymbols(
      comparesVersions: kernel.version.configuration.hasModuleVersions
        && image.versions != .missing, isGPL: isGPL)
    let imports = image.imports
    let missing = resolver.unresolved(imports, in: table, isSMP: kernel.mode.processors > 1)
    guard missing.isEmpty else { return missing }
    for wanted in imports {
      let found = resolver.resolve(wanted, in: table)
      image.links[wanted.name] = found?.entry.address ?? .null
      if let owner = found?.owner?.name, !image.dependencies.contains(owner) {
        image.dependencies.append(owner)
      }
    }
    return []
  }

  /// Writes parameters into a module's data, which is tried on an object of its own.
  ///
  /// - Parameters:
  ///   - arguments: What was typed behind the name, one word each.
  ///   - image: The module; it gets the values.
  /// - Returns: What is wrong with them, to stand behind the file's name; empty where nothing is.
  public func read(_ arguments: [String], into image: inout ModuleImage) async -> [String] {
    guard !arguments.isEmpty else { return [] }
    let said = Said()
    let target = ParameterTarget(image.type.init(), named: image.name, image.type.parameters)
    do throws(Errno) {
      try await ModutilsParameterParser().parse(arguments, for: target) {
        said.texts.append($0.text)
      }
      image.arguments = arguments
    } catch {
      if said.texts.isEmpty { said.texts.append("\(error)") }
    }
    return said.texts
  }

  /// Everything that modules and the kernel export, as `query_module` tells it.
  private func symbols() async throws(Errno) -> SymbolTable {
    var table = SymbolTable(kernel: try await answer(nil, .symbols).map(entry))
    for module in try await answer(nil, .modules).reversed() {
      // One that has gone in the meantime is passed over.
      guard let symbols = try? await answer(module.name, .symbols) else { continue }
      table.add(ExportingModule(module.name, symbols: symbols.map(entry)))
    }
    return table
  }

  /// Asks until the answer fits.
  private func answer(
    _ module: String?, _ question: QueryBuffer.Question
  ) async throws(Errno) -> [(name: String, value: UInt64)] {
    var buffer = QueryBuffer()
    while true {
      do throws(Errno) {
        try await system.queryModule(module, question, buffer)
        return buffer.names
      } catch {
        guard error == .ENOSPC, buffer.result > buffer.capacity else { throw error }
        buffer = QueryBuffer(capacity: buffer.result)
      }
    }
  }

  /// A symbol from its name in the kernel's table, which may say that it is for the GPL only, and
  /// which version it has.
  private func entry(_ exported: (name: String, value: UInt64)) -> SymbolEntry {
    var name = Substring(exported.name)
    let isGPLOnly = name.hasPrefix(ModutilsSymbols.gplPrefix)
    if isGPLOnly { name = name.dropFirst(ModutilsSymbols.gplPrefix.count) }
    let address = Address(exported.value)
    guard let version = ModutilsSymbols.version(atEndOf: name) else {
      return SymbolEntry(String(name), at: address, isGPLOnly: isGPLOnly).unversioned
    }
    return SymbolEntry(
      String(version.name), at: address, isGPLOnly: isGPLOnly, version: version.number)
  }

  /// What the parser had to say.
  private final class Said {
    var texts: [String] = []
  }
}
