/// Where every file of the machine lies: `/dev`, `/proc`, `/root`, `/sys` and what else there is.
extension Kernel {
  /// Folders that are there from the start, and hold whatever is put into them.
  private static let plainFolders = ["/", "/dev", "/etc", "/lib", "/lib/modules", "/root", "/tmp"]

  /// The folder of the object files of this kernel's modules.
  private var moduleFolder: String { "/lib/modules/\(version.release)" }

  /// Whether files can be made in a folder.
  func isPlainFolder(_ path: String) -> Bool {
    Self.plainFolders.contains(path) || path.hasPrefix("/lib/") && path == moduleFolder
  }

  /// Puts a file on the machine's disk, as whoever set it up has done.
  public func installFile(_ path: String, _ bytes: [UInt8]) {
    memoryFiles[path] = MemoryFile(bytes)
  }

  /// What a path from the root leads to; nil where there is nothing.
  ///
  /// - Throws: `ENOTDIR` where a part of it that is followed by another is no folder.
  func fileNode(at path: String) throws(Trap) -> FileNode? {
    if let node = plainNode(path) { return node }
    // A folder that is known by its path is not looked for part by part.
    if isPlainFolder(path) { return .folder(plainFolder(path)) }
    if isPlainFolder(FilePath.folder(path)) { return specialNode(path) }
    var node = FileNode.folder(plainFolder("/"))
    for part in path.split(separator: "/") {
      guard case .folder(let folder) = node.content else { throw .errno(.ENOTDIR) }
      guard let next = folder.child(String(part)) else { return nil }
      node = next
    }
    return node
  }

  /// A file that somebody has made, found by its path from the root.
  func plainNode(_ path: String) -> FileNode? {
    if let node = deviceNodes[path] {
      return FileNode(content: .device(node), permissions: node.permissions)
    }
    if let file = memoryFiles[path] { return FileNode(content: .memory(file), permissions: 0o644) }
    return nil
  }

  /// A folder of ordinary files, device files and other folders.
  private func plainFolder(_ path: String) -> FileFolder {
    let prefix = path == "/" ? "/" : path + "/"
    return FileFolder(
      names: { [unowned self] in
        let files =
          Array(memoryFiles.keys) + deviceNodes.map(\.path) + Self.plainFolders + [moduleFolder]
        let own = files.filter { $0.hasPrefix(prefix) && $0 != "/" }
          .map { $0.dropFirst(prefix.count) }.filter { !$0.contains("/") }.map(String.init)
        return (own + specialNames(in: path)).sorted()
      },
      child: { [unowned self] name in
        let path = prefix + name
        if let node = plainNode(path) ?? specialNode(path) { return node }
        return isPlainFolder(path) ? .folder(plainFolder(path)) : nil
      })
  }

  /// What a folder holds that nobody has put there.
  private func specialNames(in folder: String) -> [String] {
    switch folder {
    case "/": version.hasSysfs ? ["proc", "sys"] : ["proc"]
    case "/dev": (version.files.hasLogDevice ? ["kmsg"] : []) + ["console", "null", "tty"]
    default: []
    }
  }

  private func specialNode(_ path: String) -> FileNode? {
    switch path {
    case "/proc": FileNode(content: .folder(procFolder("")), permissions: 0o555)
    case "/sys": version.hasSysfs ? .folder(sysfsFolder) : nil
    case "/dev/null": FileNode(content: .null, permissions: 0o666)
    case "/dev/kmsg" where version.files.hasLogDevice:
      FileNode(content: .log, permissions: 0o644)
    case "/dev/console": FileNode(content: .terminal(major: 5, minor: 1), permissions: 0o600)
    case "/dev/tty": FileNode(content: .terminal(major: 5, minor: 0), permissions: 0o666)
    default: nil
    }
  }
}
