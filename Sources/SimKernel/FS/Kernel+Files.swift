/// Opening, reading, writing and closing, whatever the file is. C: `fs/open.c`, `fs/read_write.c`,
/// `fs/file_table.c` of 2.4.
extension Kernel {
  /// Opens the file that a path leads to, or makes one there.
  ///
  /// Process context, may sleep. C: `filp_open`.
  func open(_ path: String, _ mode: OpenMode) async throws(Trap) -> File {
    let path = FilePath.absolute(path, in: current.workingFolder)
    guard let node = try fileNode(at: path) else { return try createFile(path, mode) }
    if case .proc(let name) = node.content { return try openProc(name, mode: mode) }
    try checkAccess(to: node, mode)
    switch node.content {
    case .folder:
      guard mode == .readOnly else { throw .errno(.EISDIR) }
      return File(backing: .folder, mode: mode)
    case .memory(let contents):
      if mode == .writeOnly { contents.bytes = [] }
      return File(backing: .memory(contents), mode: mode)
    case .device(let device): return try await openCharacterDevice(device, mode: mode)
    case .terminal: return File(backing: .terminal, mode: mode)
    case .proc(let name): return try openProc(name, mode: mode)
    case .attribute(let attribute): return File(backing: .attribute(attribute), mode: mode)
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

  /// Whether the process may open a file so: root may, save what nobody may; others, what all may.
  ///
  /// C: `permission`, and `kernfs_fop_open` for files under `/sys`.
  private func checkAccess(to node: FileNode, _ mode: OpenMode) throws(Trap) {
    var wanted = 0
    if mode == .readOnly || mode == .readWrite { wanted |= 0o444 }
    if mode != .readOnly { wanted |= 0o222 }
    if case .attribute = node.content {
      let missing = [0o444, 0o222].contains { wanted & $0 != 0 && node.permissions & $0 == 0 }
      if missing { throw .errno(.EACCES) }
    }
    guard current.userID != 0 else { return }
    guard wanted & 0o007 & ~node.permissions == 0 else { throw .errno(.EACCES) }
  }

  func read(_ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    guard file.isReadable else { throw .errno(.EBADF) }
    file.count += 1
    let result: Int
    do throws(Trap) {
      result = try await readBacking(file, buffer)
    } catch {
      if case .errno = error { try await put(file) }
      throw error
    }
    try await put(file)
    return result
  }

  private func readBacking(_ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    switch file.backing {
    case .device(let operations):
      let address = try loadPointer(operations + version.fileOperations.read)
      guard address != .null else { throw .errno(.EINVAL) }
      let function = try enter(address)
      guard case .read(let body) = function.body else { throw wrongArguments(function) }
      return try byteCount(
        try await call(function) { () async throws(Errno) in try await body(file, buffer) })
    case .procEntry(let entry): return try await readProc(entry, file, buffer)
    case .kernelProc(let kind): return try await readProc(kind, file, buffer)
    case .memory(let contents): return copy(contents.bytes, to: buffer, from: file)
    case .pipe(let pipe): return try await readPipe(pipe, buffer)
    case .attribute(let attribute): return try readAttribute(attribute, file, buffer)
    case .folder: throw .errno(.EISDIR)
    case .terminal, .null: return 0
    }
  }

  /// What a driver's number means to its caller: a negative one is an error, as it is in C.
  private func byteCount(_ returned: Int) throws(Trap) -> Int {
    if let errno = Errno(returned: returned) { throw .errno(errno) }
    return returned
  }

  func write(_ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    guard file.isWritable else { throw .errno(.EBADF) }
    file.count += 1
    let result: Int
    do throws(Trap) {
      result = try await writeBacking(file, buffer)
    } catch {
      if case .errno = error { try await put(file) }
      throw error
    }
    try await put(file)
    return result
  }

  private func writeBacking(_ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    switch file.backing {
    case .device(let operations):
      let address = try loadPointer(operations + version.fileOperations.write)
      guard address != .null else { throw .errno(.EINVAL) }
      let function = try enter(address)
      guard case .write(let body) = function.body else { throw wrongArguments(function) }
      return try byteCount(
        try await call(function) { () async throws(Errno) in try await body(file, buffer) })
    case .procEntry: throw .errno(.EINVAL)
    case .kernelProc(let kind): try writeProc(kind, buffer.bytes)
    case .memory(let contents): try contents.append(buffer.bytes)
    case .pipe(let pipe): return try await writePipe(pipe, buffer)
    case .attribute(let attribute): try writeAttribute(attribute, buffer.bytes)
    case .folder: throw .errno(.EBADF)
    case .terminal: console.write(String(decoding: buffer.bytes, as: UTF8.self))
    case .null: break
    }
    return buffer.count
  }

  /// Reads one value of the kernel's: the text is made when the reader is at its start.
  ///
  /// Process context. C: `sysfs_kf_seq_show`.
  private func readAttribute(
    _ attribute: FileAttribute, _ file: File, _ buffer: UserBuffer
  ) throws(Trap) -> Int {
    guard let read = attribute.read else { throw .errno(.EIO) }
    return copy(Array(read().utf8), to: buffer, from: file)
  }

  /// Writes one value of the kernel's, all at once.
  ///
  /// Process context. C: `sysfs_kf_write`.
  private func writeAttribute(_ attribute: FileAttribute, _ bytes: [UInt8]) throws(Trap) {
    guard let write = attribute.write else { throw .errno(.EIO) }
    do throws(Errno) { try write(String(decoding: bytes, as: UTF8.self)) } catch {
      throw .errno(error)
    }
  }

  /// Closes one descriptor's use of a file.
  ///
  /// Process context, may sleep. C: `filp_close`.
  func close(_ file: File) async throws(Trap) {
    enter(.filpClose)
    if case .device(let operations) = file.backing {
      // The real function looks for an operation that few drivers have, and so touches the structure first.
      _ = try loadPointer(operations + version.fileOperations.flush)
    }
    try await put(file)
    current.stack.leave()
  }

  /// Gives a use of a file back; the last one releases it.
  ///
  /// C: `fput`.
  private func put(_ file: File) async throws(Trap) {
    file.count -= 1
    guard file.count == 0 else { return }
    enter(.fput)
    switch file.backing {
    case .device(let operations): try await release(file, operations)
    case .procEntry(let entry):
      entry.count -= 1
      if entry.isDeleted, entry.count == 0 { heap.free(entry.address) }
    case .pipe(let pipe): release(pipe, file)
    case .kernelProc, .terminal, .null, .memory, .attribute, .folder: break
    }
    current.stack.leave()
  }

  private func release(_ file: File, _ operations: Address) async throws(Trap) {
    let address = try loadPointer(operations + version.fileOperations.release)
    if address != .null {
      let function = try enter(address)
      guard case .release(let body) = function.body else { throw wrongArguments(function) }
      // What release returns is thrown away: nobody waits for it.
      do throws(Trap) {
        try await call(function) { () async throws(Errno) in try await body(file.inode, file) }
      } catch {
        if case .fault = error { throw error }
      }
    }
    try putOperations(operations)
  }

  /// Closes what a dying process has open.
  ///
  /// A fault ends it there: what is left stays open for ever. C: `exit_files`.
  func closeAll(_ table: FileTable) async {
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
