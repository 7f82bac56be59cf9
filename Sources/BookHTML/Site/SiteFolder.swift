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
    let places = Set(site.files.flatMap { $0.path.withFoldersAbove })
    let paths = Set(site.files.map(\.path))
    let taken = foreign.first { file in
      places.contains(file) || file.withFoldersAbove.contains(where: paths.contains)
    }
    if let taken {
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

  /// Moves what somebody else put here to the other folder, and then removes this one.
  ///
  /// - Throws: ``SiteWriteError`` where a file cannot be moved; it stays here.
  func retire(keepingForeignFilesIn other: SiteFolder) throws(SiteWriteError) {
    var problem: SiteWriteError?
    for file in foreignFiles {
      do throws(SiteWriteError) {
        try move(file, to: other)
      } catch {
        problem = problem ?? error
      }
    }
    retire()
    if let problem { throw problem }
  }

  /// Removes what a write put here, and then the folder if nothing else is left in it.
  ///
  /// What cannot be removed stays, and the next write reports it.
  func retire() {
    let listed = Set(manifest)
    let entries = entries
    for file in entries where listed.contains(file) { unlink(full(file)) }
    guard foreignFiles.isEmpty else { return }
    // Only an empty folder goes: a file that has just been put here is never lost.
    for folder in entries.reversed() { rmdir(full(folder)) }
    unlink(full(Self.manifestName))
    rmdir(path)
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

  private func move(_ file: String, to other: SiteFolder) throws(SiteWriteError) {
    let target = URL(fileURLWithPath: other.full(file))
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Where the target exists this fails, and the file stays where it is.
      try FileManager.default.moveItem(atPath: full(file), toPath: target.path)
    } catch {
      throw SiteWriteError(.notKept, path: full(file), reason: error.systemReason)
    }
  }
}

extension String {
  /// A relative path, and those of the folders that it lies in.
  fileprivate var withFoldersAbove: [String] {
    let names = split(separator: "/")
    return names.indices.map { names[...$0].joined(separator: "/") }
  }
}
