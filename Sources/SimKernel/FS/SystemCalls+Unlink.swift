extension SystemCalls {
  /// Takes a file's name away; what was opened under it stays open.
  ///
  /// C: `unlink`.
  ///
  /// - Throws: `ENOENT`; `EPERM` for a file that the kernel itself shows; `EACCES` where the folder is
  ///   root's and the process is not.
  public func unlink(_ path: String) async throws(Errno) {
    try await call(.sysOpen) { () async throws(Trap) in
      let path = FilePath.absolute(path, in: process.workingFolder)
      guard try kernel.fileNode(at: path) != nil else { throw .errno(.ENOENT) }
      guard process.userID == 0 else { throw .errno(.EACCES) }
      guard kernel.removeFile(path) else { throw .errno(.EPERM) }
    }
  }
}

extension Kernel {
  /// Whether there was a file of that name that somebody has made.
  fileprivate func removeFile(_ path: String) -> Bool {
    if memoryFiles.removeValue(forKey: path) != nil { return true }
    return deviceNodes.remove(path) != nil
  }
}
