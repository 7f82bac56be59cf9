/// A file that somebody asks the kernel to load: what `insmod` reads, seen with the loader's eyes.
///
/// Most files hold a module as it was built for the kernel that loads it. Others were built for
/// another one, were patched, or hold no module at all.
public struct ModuleFile {
  /// What the file holds.
  public enum Content {
    /// A module.
    case module(any Module.Type)
    /// Something else.
    case unloadable(Defect)
  }

  /// What the file says of the kernel that it was built for.
  ///
  /// C: `vermagic=` in `.modinfo`.
  public enum Magic: Equatable, Sendable {
    /// It was built for the kernel that loads it.
    case own
    /// The kernel that loads it would say this, but the file says something else in its place.
    case replacing(String, with: String)
    /// It has no such line.
    case missing
  }

  /// The checksums of the symbols that it uses.
  ///
  /// C: the section `__versions`.
  public enum Versions: Equatable, Sendable {
    /// Those of the kernel that loads it, and of the modules that are loaded.
    case own
    /// As `own`, but wrong for one symbol.
    case wrong(symbol: String)
    /// There is no such section.
    case missing
  }

  /// What it says of its licence.
  ///
  /// C: `license=` in `.modinfo`.
  public enum License: Equatable, Sendable {
    /// What its class says.
    case own
    /// Something that was patched into the file.
    case patched(String)
    /// It has no such line.
    case missing
  }

  /// The path by which it is known.
  public let path: String
  /// What it holds.
  public var content: Content
  /// What it was built for.
  public var magic = Magic.own
  /// Its symbols' checksums.
  public var versions = Versions.own
  /// Its licence.
  public var license = License.own
  /// Whether a key that the kernel trusts has signed it.
  public var isSigned = false

  /// A file with something in it.
  public init(_ path: String, _ content: Content) {
    self.path = path
    self.content = content
  }

  /// A module as it was built.
  public init(_ path: String, _ module: any Module.Type) {
    self.init(path, .module(module))
  }
}
