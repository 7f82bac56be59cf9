public import BookModel

/// A runtime that was built before: a folder with its modules and its archive.
public struct RuntimeLibrary: Sendable, Hashable {
  /// What is missing of a runtime.
  public struct Missing: Error, Hashable {
    /// The files that are not there.
    public var files: [String]
  }

  let folder: Folder
  let settings: BookSettings.Runtime
  /// What tells this build of the runtime from every other.
  public let identity: String

  /// Looks at the runtime in a build folder of the package, such as `.build/release`.
  public init(buildFolder: String, settings: BookSettings.Runtime) throws(Missing) {
    let folder = Folder(path: buildFolder)
    let archive = "lib\(settings.product).a"
    let modules = settings.modules.map { "Modules/\($0).swiftmodule" }
    let missing = ([archive] + modules).filter { folder.stamp(of: $0) == nil }
    guard missing.isEmpty else { throw Missing(files: missing.map(folder.path(of:))) }
    self.folder = folder
    self.settings = settings
    // Sizes and dates, as `make` looks at them: to read megabytes on each run would cost more than
    // a build that changed nothing.
    identity = SHA256.hex(
      ([archive] + modules).compactMap(folder.stamp(of:)).joined(separator: "\n"))
  }

  /// What the compiler is told, to find and link it.
  var arguments: [String] { moduleArguments + [folder.path(of: "lib\(settings.product).a")] }

  /// What the compiler is told, to find its modules.
  public var moduleArguments: [String] {
    ["-I", folder.path(of: "Modules")]
      + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
  }

  /// The maps of the C modules that were built beside it.
  private var moduleMaps: [String] {
    folder.names.filter { $0.hasSuffix(".build") }.map { "\($0)/module.modulemap" }
      .filter(folder.holdsFile).map(folder.path(of:))
  }
}

extension RuntimeLibrary.Missing {
  /// The problem in words that help.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(path: "book.yml"),
      "the runtime that listings are compiled against is not there",
      help: "correct product and modules under runtime, or build the package that has them",
      notes: files.map { Diagnostic.Note("\($0) is missing") })
  }
}
