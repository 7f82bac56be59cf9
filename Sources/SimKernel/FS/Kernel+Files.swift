/// Opening, reading, writing and closing, whatever the file is. C: `fs/open.c`, `fs/read_write.c`,
/// `fs/file_table.c` of 2.4.
extension Kernel {
  func open(_ path: String, _ mode: OpenMode) async throws(Trap) -> File {
    if path.hasPrefix("/proc/") {
      let name = String(path.dropFirst("/proc/".utf8.count))
      return try openProc(name, mode: mode)
    }
    if path == "/dev/null" { return File(backing: .null, mode: mode) }
    if path == "/dev/console" || path == "/dev/tty" { return File(backing: .terminal, mode: mode) }
    if let node = deviceNodes.first(where: { $0.path == path }) {
      return try await openCharacterDevice(node, mode: mode)
    }
    return try openMemoryFile(path, mode)
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
    case .memory(let contents): contents.bytes += buffer.bytes
    case .terminal: console.write(String(decoding: buffer.bytes, as: UTF8.self))
    case .null: break
    }
    return buffer.count
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
    case .kernelProc, .terminal, .null, .memory: break
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
