internal import Foundation

/// Writes a site into a folder, so that whoever looks sees the old site or the new one.
///
/// The new site is made beside the old one and takes its place in one step. Files that did not
/// change stay the files they were, pages that are gone are removed, and files that somebody else
/// put into the folder are kept. Builds that write the same site take turns.
public struct SiteWriter: Sendable {
  /// What a write changed.
  public struct Changes: Sendable, Hashable {
    /// The files that are new or different, by path.
    public var written: [String] = []
    /// The files that are gone, by path.
    public var removed: [String] = []
  }

  let directory: String

  /// Creates a writer for a site's folder.
  public init(directory: String) {
    let url = URL(fileURLWithPath: directory).standardizedFileURL
    self.directory = url.resolvingSymlinksInPath().path
  }

  /// Makes the folder hold the site.
  @discardableResult
  public func write(_ site: Site) throws(SiteWriteError) -> Changes {
    for file in site.files where !file.path.isInsideItsFolder {
      throw SiteWriteError(.unsafePath, path: file.path)
    }
    let parent = URL(fileURLWithPath: directory).deletingLastPathComponent().path
    try SiteFolder(path: parent).create()
    let lock = try FolderLock(folder: parent)
    defer { lock.release() }
    return try replace(with: site)
  }

  private func replace(with site: Site) throws(SiteWriteError) -> Changes {
    let old = SiteFolder(path: directory)
    let staging = SiteFolder(path: stagingPath)
    try recover(old, staging)
    try old.checkOwnership(before: site)
    let changes = changes(from: old, to: site)
    if changes == Changes(), old.exists { return changes }
    do {
      try stage(site, in: staging, old: old)
      try DirectoryExchange.exchange(directory, with: stagingPath)
    } catch {
      staging.retire()
      throw error
    }
    try staging.retire(keepingForeignFilesIn: old)
    return changes
  }

  private var stagingPath: String {
    let url = URL(fileURLWithPath: directory)
    let name = ".\(url.lastPathComponent).quire-new"
    return url.deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// Finishes what an interrupted write left: a half-made site, or one that was being put away.
  private func recover(_ old: SiteFolder, _ staging: SiteFolder) throws(SiteWriteError) {
    try DirectoryExchange.recover(directory)
    for leftover in [staging, SiteFolder(path: DirectoryExchange.aside(directory))]
    where leftover.exists {
      try leftover.retire(keepingForeignFilesIn: old)
      guard !leftover.exists else {
        throw SiteWriteError(
          .cannotWrite, path: leftover.path, reason: "an earlier build left it; move it away")
      }
    }
  }

  private func changes(from old: SiteFolder, to site: Site) -> Changes {
    let paths = Set(site.files.map(\.path))
    return Changes(
      written: site.files.filter { old.bytes(of: $0.path) != $0.bytes }.map(\.path),
      removed: old.manifest.filter { !paths.contains($0) })
  }

  private func stage(
    _ site: Site, in staging: SiteFolder, old: SiteFolder
  ) throws(SiteWriteError) {
    // The manifest comes first: whatever stops this write, it is known whose files these are.
    try staging.create()
    try staging.write(manifest: site.files.map(\.path))
    for file in site.files {
      if old.bytes(of: file.path) == file.bytes, staging.link(file.path, from: old) { continue }
      try staging.write(file)
    }
  }
}

extension String {
  /// Whether a relative path stays below the folder that it is relative to.
  fileprivate var isInsideItsFolder: Bool {
    let components = split(separator: "/", omittingEmptySubsequences: false)
    return components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && !contains("\0")
  }
}
