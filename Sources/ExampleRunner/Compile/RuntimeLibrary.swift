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
    identity = Self.identity(of: [archive] + modules, in: folder, kept: "\(settings.product).hash")
  }

  /// The hash of what some files hold.
  ///
  /// It is kept beside them with their sizes and dates: to read megabytes on each run would cost
  /// more than a build that changed nothing.
  private static func identity(of files: [String], in folder: Folder, kept name: String) -> String {
    let stamps = SHA256.hex(files.compactMap(folder.stamp(of:)).joined(separator: "\n"))
    let kept = String(decoding: folder.read(name) ?? [], as: UTF8.self).split(separator: " ")
    if kept.count == 2, kept[0] == stamps, kept[1].utf8.count == 64 { return String(kept[1]) }
    let hash = SHA256.hex(files.map { SHA256.hex(folder.read($0) ?? []) }.joined(separator: "\n"))
    // Where nothing can be kept, it is made anew each time.
    try? folder.write(name, "\(stamps) \(hash)")
    return hash
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
