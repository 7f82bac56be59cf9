extension ModuleFile {
  /// Why a file holds nothing that the loader could link.
  ///
  /// C: the checks of `elf_validity_check` and `setup_load_info` (6.1), in their order; those of
  /// `load_module` (2.5.48 and later).
  public enum Defect: Equatable, Sendable {
    /// It is a folder.
    case folder
    /// It has no bytes.
    case empty
    /// It does not begin as an ELF file does.
    case wrongMagic
    /// It ends within the ELF header, after so many bytes.
    case cutHeader(bytes: Int)
    /// It ends before its section headers, or they lie behind its end; so many bytes are there.
    case cutSections(bytes: Int)
    /// It is for another processor; ELF's number for it: 183 is AArch64.
    case foreignProcessor(Int)
    /// It is a program, or another ELF file that cannot be linked; ELF's number for its type.
    case wrongType(Int)
    /// It is an object file, but says nothing of a module.
    case noModuleInfo
    /// Its table of symbols was taken away.
    case stripped
    /// It was compiled with common symbols.
    case commonSymbols
    /// It is larger than 64 MiB.
    case tooLarge

    /// What the system call fails with.
    public var errno: Errno {
      switch self {
      case .folder, .empty: .EINVAL
      case .tooLarge: .ENOMEM
      default: .ENOEXEC
      }
    }

    /// What 6.1 writes into the log; nil where it says nothing.
    public var message: String? {
      switch self {
      case .folder, .empty, .tooLarge: nil
      case .wrongMagic: "Invalid ELF header magic: != \u{7f}ELF"
      case .cutHeader(let bytes): "Invalid ELF header len \(bytes)"
      case .cutSections: "Invalid ELF section header overflow"
      case .foreignProcessor(let number): "Invalid architecture in ELF header: \(number)"
      case .wrongType(let number): "Invalid ELF header type: \(number) != 1"
      case .stripped: "module has no symbols (stripped?)"
      case .commonSymbols: "please compile with -fno-common"
      case .noModuleInfo: "(missing .modinfo section or name field): No module found in object"
      }
    }

    /// What the system call fails with before 6.1: whatever is no module is no format.
    var earlyErrno: Errno { self == .tooLarge ? .ENOMEM : .ENOEXEC }

    /// What those kernels write into the log; nil where they say nothing.
    var earlyMessage: String? {
      switch self {
      case .cutSections(let bytes): "Module len \(bytes) truncated"
      case .noModuleInfo: "No module found in object"
      case .stripped, .commonSymbols: message
      default: nil
      }
    }

    /// Whether the module's name stands before the words.
    var namesModule: Bool { self == .stripped || self == .commonSymbols }
  }
}
