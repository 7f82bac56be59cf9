/// Opening a file, whatever it is, and closing what a process has open. C: `fs/open.c`.
extension Kernel {
  /// Opens the file that a path leads to, or makes one there.
  ///
  /// Process context, may sleep. C: `filp_open`.
  func open(_ path: String, _ mode: OpenMode) async throws(Trap) -> File {
    // What somebody has made is found by its path as it stands; most paths lead there.
    if let node = plainNode(path) { return try await open(node, mode) }
    let path = FilePath.absolute(path, in: current.workingFolder)
    guard let node = try fileNode(at: path) else { return try createFile(path, mode) }
    return try await open(node, mode)
  }

  private func open(_ node: FileNode, _ mode: OpenMode) async throws(Trap) -> File {
    switch node.content {
    case .folder:
      guard mode == .readOnly else { throw .errno(.EISDIR) }
      return File(backing: .folder, mode: mode)
    case .memory(let contents):
      try checkPermission(node.permissions, mode)
      if mode == .writeOnly { contents.bytes = [] }
      return File(backing: .memory(contents), mode: mode)
    case .device(let device):
      return try await underKernelLock(version.files.useTakesKernelLock) {
        () async throws(Trap) in
        try checkPermission(node.permissions, mode)
        return try await openCharacterDevice(device, mode: mode)
      }
    case .null: return File(backing: .null, mode: mode)
    case .log:
      try checkPermission(node.permissions, mode)
      return File(backing: .log, mode: mode)
    case .terminal:
      try checkPermission(node.permissions, mode)
      return File(backing: .terminal, mode: mode)
    case .kernelProc(let file):
      guard mode == .readOnly || file.permissions & 0o222 != 0 && current.userID == 0 else {
        throw .errno(.EACCES)
      }
      return File(backing: .kernelProc(file), mode: mode)
    case .procEntry(let entry): return try await openProc(entry, mode: mode)
    case .attribute(let attribute): return try openSysfs(attribute, mode)
    }
  }

  /// Makes an empty file where a path leads to nothing.
  ///
  /// - Throws: `ENOENT` where it was not to be made, or its folder is not there; `EACCES` in a
  ///   folder that only the kernel fills.
  private func createFile(_ path: String, _ mode: OpenMode) throws(Trap) -> File {
    let folder = FilePath.folder(path)
    let isMaking = mode == .writeOnly || mode == .append
    guard isMaking, try fileNode(at: folder) != nil else { throw .errno(.ENOENT) }
    // The device files are what somebody makes with mknod; a mistyped name there makes nothing.
    guard folder != "/dev" else { throw .errno(.ENOENT) }
    guard isPlainFolder(folder) else { throw .errno(.EACCES) }
    let contents = MemoryFile()
    memoryFiles[path] = contents
    return File(backing: .memory(contents), mode: mode)
  }

  /// Whether the process may open a file that is root's; root may.
  ///
  /// C: `permission`.
  func checkPermission(_ permissions: Int, _ mode: OpenMode) throws(Trap) {
    guard current.userID != 0, permissions & mode.wanted & 0o007 != mode.wanted & 0o007 else {
      return
    }
    throw .errno(.EACCES)
  }

  /// Closes what a dying process has open.
  ///
  /// A fault ends it there: what is left stays open for ever. C: `exit_files`.
  func closeAll(_ table: FileTable) async {
    for file in table.takeMappings() {
      do throws(Trap) { try await put(file) } catch {
        if case .fault(let fault) = error { return await die(fault) }
      }
    }
    for (descriptor, file) in table.files.enumerated() {
      guard let file else { continue }
      table.set(descriptor, nil)
      do throws(Trap) {
        try await close(file)
      } catch {
        if case .fault(let fault) = error { return await die(fault) }
      }
      if isTornDown { return }
    }
  }
}
