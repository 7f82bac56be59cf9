internal import Foundation

/// A folder on disk that holds a site, or will.
struct SiteFolder: Sendable {
  /// The file that names everything that a write put into the folder.
  private static let manifestName = ".quire-site"

  /// Where it lies.
  let path: String

  /// Whether there is such a folder.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// The paths of the files that a write put here.
  var manifest: [String] {
    let bytes = bytes(of: Self.manifestName) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// What a file holds; nil where there is none.
  func bytes(of file: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(file)").map(Array.init)
  }

  /// Refuses a folder whose files might be somebody's work.
  func checkOwnership(before site: Site) throws(SiteWriteError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw SiteWriteError(.notASite, path: path, reason: "it is a file")
    }
    let foreign = foreignFiles
    if bytes(of: Self.manifestName) == nil, let first = foreign.first {
      throw SiteWriteError(.notASite, path: path, reason: "it holds “\(first)”")
    }
    let paths = Set(site.files.map(\.path))
    if let taken = foreign.first(where: paths.contains) {
      throw SiteWriteError(.taken, path: "\(path)/\(taken)")
    }
  }

  /// Makes the folder, and those above it.
  func create() throws(SiteWriteError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw SiteWriteError(.cannotWrite, path: path, reason: error.systemReason)
    }
  }

  /// Writes the list of everything that the folder is about to hold.
  func write(manifest paths: [String]) throws(SiteWriteError) {
    let text = paths.map { $0 + "\n" }.joined()
    try write(Site.File(path: Self.manifestName, bytes: Array(text.utf8)))
  }

  /// Removes that list: what is left in the folder is no site any more.
  func removeManifest() {
    try? FileManager.default.removeItem(atPath: "\(path)/\(Self.manifestName)")
  }

  /// Writes a file.
  func write(_ file: Site.File) throws(SiteWriteError) {
    let url = URL(fileURLWithPath: "\(path)/\(file.path)")
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    } catch {
      throw SiteWriteError(.cannotWrite, path: url.path, reason: error.systemReason)
    }
  }

  /// Takes over a file as it is; false where the file system cannot.
  func link(_ file: String, from other: SiteFolder) -> Bool {
    let target = URL(fileURLWithPath: "\(path)/\(file)")
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.linkItem(atPath: "\(other.path)/\(file)", toPath: target.path)
      return true
    } catch {
      return false
    }
  }

  /// Removes what a write put here, and then the folder if nothing else is left in it.
  ///
  /// What somebody else put here moves to the other folder, or stays.
  func retire(keepingForeignFilesIn other: SiteFolder?) {
    let manager = FileManager.default
    if let other {
      for file in foreignFiles { move(file, to: other) }
    }
    let listed = Set(manifest)
    for file in entries where listed.contains(file) { try? manager.removeItem(atPath: full(file)) }
    if foreignFiles.isEmpty { try? manager.removeItem(atPath: path) }
  }
}

extension SiteFolder {
  private func full(_ file: String) -> String { "\(path)/\(file)" }

  private var entries: [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).sorted()
  }

  /// The files, without the folders, that no write put here.
  private var foreignFiles: [String] {
    let listed = Set(manifest + [Self.manifestName])
    return entries.filter { entry in
      if listed.contains(entry) { return false }
      let attributes = try? FileManager.default.attributesOfItem(atPath: full(entry))
      return attributes?[.type] as? FileAttributeType != .typeDirectory
    }
  }

  private func move(_ file: String, to other: SiteFolder) {
    let target = URL(fileURLWithPath: other.full(file))
    try? FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    // Where the target exists this fails, and the file stays where it is.
    try? FileManager.default.moveItem(atPath: full(file), toPath: target.path)
  }
}
