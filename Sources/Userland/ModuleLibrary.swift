internal import SimKernel

/// The object files that the program's modules would be compiled to.
///
/// A file says in its bytes which module it holds: one that was copied under another name holds the
/// same, and one that was overwritten holds none.
struct ModuleLibrary {
  private let modules: [(name: String, type: any Module.Type)]

  init(_ types: [any Module.Type]) {
    modules = types.map { (Self.name(of: $0), $0) }
  }

  /// The names of the modules, in the order of the program.
  var names: [String] { modules.map(\.name) }

  /// Puts the files into the current folder, and where `modprobe` looks for them.
  func install(on kernel: Kernel, suffix: String) {
    for name in names {
      for folder in ["/root", "/lib/modules/\(kernel.version.release)"] {
        kernel.installFile("\(folder)/\(name)\(suffix)", Self.magic + Array("\(name)\n".utf8))
      }
    }
  }

  /// What a file with these bytes holds, under another name where one is given; nil where it is no
  /// object file.
  func image(in bytes: [UInt8], named name: String? = nil) -> ModuleImage? {
    guard bytes.starts(with: Self.magic) else { return nil }
    let own = String(decoding: bytes.dropFirst(Self.magic.count).dropLast(), as: UTF8.self)
    return modules.first { $0.name == own }.map {
      ModuleImage(name: name ?? own, type: $0.type)
    }
  }

  /// What an object file begins with.
  ///
  /// C: `ELFMAG`.
  private static let magic: [UInt8] = [0x7f] + Array("ELF".utf8)

  /// The name of the object file that a class would be compiled to: `NoisyTimer` becomes
  /// `noisy_timer`.
  private static func name(of type: any Module.Type) -> String {
    var name = ""
    for character in String(describing: type) {
      if character.isUppercase, !name.isEmpty { name += "_" }
      name += character.lowercased()
    }
    return name
  }
}
