public import SimKernel

/// Which programs a machine has: each kernel's time had its own packages, with their own words.
public struct ToolSet: Sendable, Hashable {
  /// The package that loads and removes modules.
  enum ModulePackage: Sendable, Hashable {
    /// modutils 2.1.121, for 2.2.
    case modutils21
    /// modutils 2.4.16, for 2.4.
    case modutils24
    /// module-init-tools 3, for 2.6.
    case moduleInitTools
    /// kmod 30, for 6.1.
    case kmod
  }

  /// Who loads and removes modules.
  let modules: ModulePackage
  /// Whether the programs are those of busybox; else each comes from a package of the GNU project.
  let isBusybox: Bool

  /// The tools of 2.2: modutils 2.1.121.
  public static let modutils2_1 = ToolSet(modules: .modutils21, isBusybox: false)
  /// The tools of 2.4: modutils 2.4.16.
  public static let modutils2_4 = ToolSet(modules: .modutils24, isBusybox: false)
  /// The tools of 2.6: module-init-tools 3.
  public static let moduleInitTools = ToolSet(modules: .moduleInitTools, isBusybox: false)
  /// The tools of the recorded 6.1: kmod 30 under `/bin`, and busybox 1.35.
  public static let kmod = ToolSet(modules: .kmod, isBusybox: true)

  /// The tools that belong to a kernel.
  public static func of(_ version: KernelVersion) -> ToolSet {
    let generation = version.release.split(separator: ".").prefix(2).joined(separator: ".")
    return switch generation {
    case "2.2": modutils2_1
    case "2.4": modutils2_4
    case "2.5", "2.6": moduleInitTools
    default: kmod
    }
  }

  /// The shell.
  var shell: ShellDialect { isBusybox ? .ash : .bash }

  /// Whether a word starts a part of the shell itself: the process then keeps the shell's command
  /// line, under another name.
  ///
  /// C: the applets that busybox marks `NOEXEC`.
  func runsInShell(_ word: String) -> Bool { isBusybox && ["head", "ls", "ps"].contains(word) }

  /// How the name of an object file ends: the kernel's own build made `.ko` of it from 2.6 on.
  var objectSuffix: String {
    switch modules {
    case .modutils21, .modutils24: ".o"
    case .moduleInitTools, .kmod: ".ko"
    }
  }
}
