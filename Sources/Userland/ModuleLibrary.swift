internal import SimKernel

/// The object files that the program's modules would be compiled to.
///
/// A file says in its bytes which module it holds: one that was copied under another name holds the
/// same, and one that was overwritten holds none.
struct ModuleLibrary {
  private let files: [ModuleFile]

  /// The files of some classes, then others, each at its own path.
  init(_ types: [any Module.Type], _ others: [ModuleFile], suffix: String) {
    files = types.map { ModuleFile("\(ModuleFile.name(of: $0))\(suffix)", $0) } + others
  }

  /// Puts the files into the current folder, and where `modprobe` looks for them.
  ///
  /// C: `depmod`.
  func install(on kernel: Kernel) {
    let library = "/lib/modules/\(kernel.version.release)"
    var dependencies = ""
    var aliases = ""
    for (index, file) in files.enumerated() {
      let bytes = Self.bytes(of: file, index)
      kernel.installFile(FilePath.absolute(file.path, in: "/root"), bytes)
      guard case .module(let type) = file.content else { continue }
      let path = "\(library)/\(FilePath.name(file.path))"
      kernel.installFile(path, bytes)
      let needed = allNeeds(of: type).map { " \(library)/\(FilePath.name($0.path))" }
      dependencies += "\(path):\(needed.joined())\n"
      for alias in type.modinfo.aliases { aliases += "alias \(alias) \(Self.name(of: file))\n" }
    }
    kernel.installFile("\(library)/modules.dep", Array(dependencies.utf8))
    kernel.installFile("\(library)/modules.alias", Array(aliases.utf8))
  }

  /// The names of the modules that export what a module imports.
  func needs(of type: any Module.Type) -> [String] { direct(of: type).map(Self.name) }

  private static func name(of file: ModuleFile) -> String { ModuleTool.name(file.path) }

  /// The files of the modules that export what a module imports, each once.
  private func direct(of type: any Module.Type) -> [ModuleFile] {
    let imported = type.imports.map(\.name)
    guard !imported.isEmpty else { return [] }
    // Several files may hold one module: the first is as good as any.
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(type)]
    return files.filter { file in
      guard case .module(let other) = file.content else { return false }
      guard other.exports.contains(where: { imported.contains($0.name) }) else { return false }
      return seen.insert(ObjectIdentifier(other)).inserted
    }
  }

  /// The files of all that a module needs, each before what it needs itself.
  private func allNeeds(of type: any Module.Type) -> [ModuleFile] {
    var sorted: [ModuleFile] = []
    var seen: Set<String> = []
    func visit(_ type: any Module.Type) {
      for file in direct(of: type) where seen.insert(file.path).inserted {
        if case .module(let other) = file.content { visit(other) }
        sorted.append(file)
      }
    }
    visit(type)
    return sorted.reversed()
  }

  /// What a file with these bytes is to the kernel.
  func file(in bytes: [UInt8], at path: String) -> ModuleFile {
    if bytes.isEmpty { return ModuleFile(path, .unloadable(.empty)) }
    guard bytes.starts(with: Self.magic) else { return ModuleFile(path, .unloadable(.wrongMagic)) }
    guard bytes.count > Self.headerBytes else {
      return ModuleFile(path, .unloadable(.cutHeader(bytes: bytes.count)))
    }
    let text = String(decoding: bytes[Self.headerBytes...].dropLast(), as: UTF8.self)
    guard let index = Int(text), files.indices.contains(index) else {
      return ModuleFile(path, .unloadable(.cutSections(bytes: bytes.count)))
    }
    return files[index]
  }

  private static func bytes(of file: ModuleFile, _ index: Int) -> [UInt8] {
    let header = magic + [UInt8](repeating: 0, count: headerBytes - magic.count)
    switch file.content {
    case .unloadable(.empty): return []
    case .unloadable(.wrongMagic): return Array("no object file\n".utf8)
    case .unloadable(.cutHeader(let bytes)): return Array(header.prefix(bytes))
    default: return header + Array("\(index)\n".utf8)
    }
  }

  /// What an object file begins with.
  ///
  /// C: `ELFMAG`.
  private static let magic: [UInt8] = [0x7f] + Array("ELF".utf8)
  /// Bytes of the header that every object file has.
  ///
  /// C: `sizeof(Elf64_Ehdr)`.
  private static let headerBytes = 64
}
