/// What a module's file says of itself beside its licence; `modinfo` shows it.
///
/// C: `MODULE_DESCRIPTION` and its like.
public struct ModuleInfo: Sendable, Hashable {
  /// What it is for: `MODULE_DESCRIPTION`.
  public var description = ""
  /// Who wrote it, one entry each: `MODULE_AUTHOR`.
  public var authors: [String] = []
  /// Its own version: `MODULE_VERSION`.
  public var version = ""
  /// Other names by which `modprobe` finds it: `MODULE_ALIAS`.
  public var aliases: [String] = []

  /// Says nothing.
  public init() {}

  /// Says what it is for and who wrote it.
  public init(_ description: String, authors: [String] = [], version: String = "") {
    self.description = description
    self.authors = authors
    self.version = version
  }
}
