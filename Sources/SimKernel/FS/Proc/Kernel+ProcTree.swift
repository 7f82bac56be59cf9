/// What lies under `/proc`. C: `proc_lookup`, `proc_readdir` (`fs/proc/generic.c`).
extension Kernel {
  /// The folders below `/proc` in which a module can make files.
  static let procFolders: Set<String> = ["bus", "driver", "fs", "net", "sys", "tty"]

  /// `/proc`, or a folder in it: the names that go on behind `prefix`.
  func procFolder(_ prefix: String) -> FileFolder {
    FileFolder(
      names: { [unowned self] in procNames(prefix) },
      child: { [unowned self] in procNode(prefix + $0) })
  }

  /// What a name under `/proc` leads to.
  private func procNode(_ path: String) -> FileNode? {
    // A module's file of the same name is the newer one, and is found first.
    if let entry = procEntries[path] {
      return FileNode(content: .procEntry(entry), permissions: entry.permissions)
    }
    if let own = KernelProcFile(rawValue: path), own.exists(in: version) {
      return FileNode(content: .kernelProc(own), permissions: own.permissions)
    }
    guard Self.procFolders.contains(path) || path == "sys/kernel" else { return nil }
    return FileNode(content: .folder(procFolder(path + "/")), permissions: 0o555)
  }

  private func procNames(_ prefix: String) -> [String] {
    var names: Set<String> = []
    let own = KernelProcFile.allCases.filter { $0.exists(in: version) }.map(\.rawValue)
    for path in own + procEntries.map(\.name) + Self.procFolders.map({ $0 + "/" })
    where path.hasPrefix(prefix) {
      let name = String(path.dropFirst(prefix.count).prefix { $0 != "/" })
      if !name.isEmpty { names.insert(name) }
    }
    return names.sorted()
  }
}
