extension SystemCalls {
  /// Opens a file.
  ///
  /// C: `open`.
  ///
  /// - Throws: `ENOENT`, `ENODEV`, `EACCES`, `EMFILE`, or what the driver says.
  /// - Returns: The descriptor, the lowest that was free.
  public func open(_ path: String, _ mode: OpenMode = .readOnly) async throws(Errno) -> Int {
    try await call(.sysOpen) { () async throws(Trap) in
      let file = try await kernel.open(path, mode)
      guard let table = process.files, let descriptor = table.install(file) else {
        try await kernel.close(file)
        throw .errno(.EMFILE)
      }
      return descriptor
    }
  }

  /// Reads at most `count` bytes; none means the end.
  ///
  /// C: `read`.
  ///
  /// - Throws: `EBADF`, `EINVAL` where the file cannot be read or the count is no size, `EFAULT`
  ///   where the process cannot have that much memory, or what the driver says.
  public func read(_ descriptor: Int, count: Int) async throws(Errno) -> [UInt8] {
    try await call(.sysRead) { () async throws(Trap) in
      let file = try file(descriptor)
      guard count >= 0 else { throw .errno(.EINVAL) }
      guard count <= Self.largestBuffer else { throw .errno(.EFAULT) }
      let buffer = UserBuffer(count: count)
      return buffer.bytes(upTo: try await kernel.read(file, buffer))
    }
  }

  /// Writes bytes.
  ///
  /// C: `write`.
  ///
  /// - Throws: `EBADF`, `EINVAL` where the file cannot be written, or what the driver says.
  /// - Returns: How many bytes were taken.
  @discardableResult
  public func write(_ descriptor: Int, _ bytes: [UInt8]) async throws(Errno) -> Int {
    try await call(.sysWrite) { () async throws(Trap) in
      try await kernel.write(try file(descriptor), UserBuffer(bytes))
    }
  }

  /// Closes a descriptor.
  ///
  /// C: `close`.
  ///
  /// - Throws: `EBADF` where it is not open.
  public func close(_ descriptor: Int) async throws(Errno) {
    try await call(.sysClose) { () async throws(Trap) in
      let file = try file(descriptor)
      process.files?.set(descriptor, nil)
      try await kernel.close(file)
    }
  }

  /// Makes a descriptor mean what another one means; what it meant before is closed.
  ///
  /// C: `dup2`.
  ///
  /// - Throws: `EBADF` where the first one is not open, or the second one is no descriptor.
  public func dup2(_ descriptor: Int, _ copy: Int) async throws(Errno) {
    try await call(.sysClose) { () async throws(Trap) in
      let file = try file(descriptor)
      guard FileTable.descriptors.contains(copy) else { throw .errno(.EBADF) }
      guard descriptor != copy else { return }
      file.count += 1
      let before = process.files?[copy]
      process.files?.set(copy, file)
      if let before { try await kernel.close(before) }
    }
  }

  /// Makes a device file.
  ///
  /// C: `mknod`.
  ///
  /// - Throws: `EPERM` where the process is not root's, `EEXIST` where the name is taken, `ENOENT`
  ///   where its folder is not there.
  public func mknod(_ path: String, major: Int, minor: Int) async throws(Errno) {
    try await call(.sysOpen) { () async throws(Trap) in
      guard process.userID == 0 else { throw .errno(.EPERM) }
      let path = FilePath.absolute(path, in: process.workingFolder)
      guard try kernel.fileNode(at: path) == nil else { throw .errno(.EEXIST) }
      guard try kernel.fileNode(at: FilePath.folder(path)) != nil else { throw .errno(.ENOENT) }
      kernel.deviceNodes.append(DeviceNode(path: path, major: major, minor: minor))
    }
  }

  /// The open files of the process, for a child to inherit; nil once it has begun to end.
  public var files: FileTable? { process.files }

  /// The most that a process can read at once, in bytes.
  private static let largestBuffer = 1 << 24

  func file(_ descriptor: Int) throws(Trap) -> File {
    guard let file = process.files?[descriptor] else { throw .errno(.EBADF) }
    return file
  }
}
