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
  func install(on kernel: Kernel) {
    let library = "/lib/modules/\(kernel.version.release)"
    var dependencies = ""
    for (index, file) in files.enumerated() {
      let bytes = Self.bytes(of: file, index)
      kernel.installFile(FilePath.absolute(file.path, in: "/root"), bytes)
      guard case .module = file.content else { continue }
      let path = "\(library)/\(FilePath.name(file.path))"
      kernel.installFile(path, bytes)
      dependencies += "\(path):\n"
    }
    kernel.installFile("\(library)/modules.dep", Array(dependencies.utf8))
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
