internal import Foundation

extension SiteWriter {
  /// Removes the files that were written, and the folder if nothing else is in it.
  ///
  /// A folder that holds no site is left alone. Says whether anything was removed.
  public func remove() throws(SiteWriteError) -> Bool {
    let folder = SiteFolder(path: directory)
    let files = folder.manifest
    guard !files.isEmpty else { return false }
    let lock = try FolderLock(
      folder: URL(fileURLWithPath: directory).deletingLastPathComponent().path)
    defer { lock.release() }
    folder.retire()
    guard !files.contains(where: { folder.bytes(of: $0) != nil }) else {
      throw SiteWriteError(.cannotWrite, path: directory, reason: "a file of it cannot be removed")
    }
    folder.removeManifest()
    return true
  }
}
