extension SystemCalls {
  /// The folder that the process's relative paths begin in.
  ///
  /// C: `getcwd`.
  public var workingFolder: String { process.workingFolder }

  /// Makes another folder the one that relative paths begin in.
  ///
  /// C: `chdir`.
  ///
  /// - Throws: `ENOENT`, `ENOTDIR`.
  public func changeFolder(_ path: String) async throws(Errno) {
    try await call(.sysOpen) { () async throws(Trap) in
      let path = absolute(path)
      guard let node = try kernel.fileNode(at: path) else { throw .errno(.ENOENT) }
      guard case .folder = node.content else { throw .errno(.ENOTDIR) }
      process.workingFolder = path
    }
  }

  /// What there is to say of a file without opening it.
  ///
  /// C: `stat`.
  ///
  /// - Throws: `ENOENT`, `ENOTDIR`.
  public func status(of path: String) async throws(Errno) -> FileStatus {
    try await call(.sysOpen) { () async throws(Trap) in
      guard let node = try kernel.fileNode(at: absolute(path)) else { throw .errno(.ENOENT) }
      return FileStatus(node)
    }
  }

  /// The names in a folder, without `.` and `..`.
  ///
  /// C: `getdents`.
  ///
  /// - Throws: `ENOENT`, `ENOTDIR`.
  public func names(in path: String) async throws(Errno) -> [String] {
    try await call(.sysOpen) { () async throws(Trap) in
      guard let node = try kernel.fileNode(at: absolute(path)) else { throw .errno(.ENOENT) }
      guard case .folder(let folder) = node.content else { throw .errno(.ENOTDIR) }
      return folder.names()
    }
  }

  /// Makes a pipe: what is written to the second descriptor can be read from the first.
  ///
  /// C: `pipe`.
  ///
  /// - Throws: `EMFILE` where the process has no two descriptors left.
  public func pipe() async throws(Errno) -> (reading: Int, writing: Int) {
    try await call(.sysOpen) { () async throws(Trap) in
      let ends = kernel.makePipe()
      guard let table = process.files, let reading = table.install(ends.reading) else {
        throw .errno(.EMFILE)
      }
      guard let writing = table.install(ends.writing) else {
        table.set(reading, nil)
        throw .errno(.EMFILE)
      }
      return (reading, writing)
    }
  }

  private func absolute(_ path: String) -> String {
    FilePath.absolute(path, in: process.workingFolder)
  }
}
