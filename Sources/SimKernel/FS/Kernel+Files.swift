/// Opening a file, whatever it is, and closing what a process has open. C: `fs/open.c`.
extension Kernel {
  /// Opens the file that a path leads to.
  ///
  /// Process context, may sleep. C: `filp_open`.
  func open(_ path: String, _ mode: OpenMode) async throws(Trap) -> File {
    if let node = deviceNodes[path] {
      return try await underKernelLock(version.files.useTakesKernelLock) {
        () async throws(Trap) in
        try checkPermission(node.permissions, mode)
        return try await openCharacterDevice(node, mode: mode)
      }
    }
    if path.hasPrefix("/proc/") {
      let name = String(path.dropFirst("/proc/".utf8.count))
      return try await openProc(name, mode: mode)
    }
    if path.hasPrefix("/sys/"), version.hasSysfs { return try openSysfs(path, mode) }
    if path == "/dev/null" { return File(backing: .null, mode: mode) }
    if path == "/dev/console" || path == "/dev/tty" { return File(backing: .terminal, mode: mode) }
    return try openMemoryFile(path, mode)
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

  private func openMemoryFile(_ path: String, _ mode: OpenMode) throws(Trap) -> File {
    if let contents = memoryFiles[path] {
      if mode == .writeOnly { contents.bytes = [] }
      return File(backing: .memory(contents), mode: mode)
    }
    guard mode == .writeOnly || mode == .append, !path.hasPrefix("/dev/") else {
      throw .errno(.ENOENT)
    }
    let contents = MemoryFile()
    memoryFiles[path] = contents
    return File(backing: .memory(contents), mode: mode)
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
