/// Reading, writing and closing, whatever the file is. C: `fs/read_write.c`, `fs/file_table.c`.
extension Kernel {
  /// Reads into a buffer, and says how many bytes.
  ///
  /// Process context, may sleep. C: `sys_read`, `vfs_read`.
  func read(_ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    try await using(file, by: version.files.readPath) { () async throws(Trap) in
      guard file.isReadable else { throw .errno(.EBADF) }
      guard file.canRead else { throw .errno(.EINVAL) }
      return try await readBacking(file, buffer)
    }
  }

  /// Writes from a buffer, and says how many bytes.
  ///
  /// Process context, may sleep. C: `sys_write`, `vfs_write`.
  func write(_ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    try await using(file, by: version.files.writePath) { () async throws(Trap) in
      guard file.isWritable else { throw .errno(.EBADF) }
      guard file.canWrite else { throw .errno(.EINVAL) }
      return try await writeBacking(file, buffer)
    }
  }

  /// Runs one call on an open file: with a use of the file, where this kernel counts calls, and
  /// under the big kernel lock, where it takes that.
  ///
  /// C: `fget` and `fput` around the call, or `fget_light`.
  func using<Value>(
    _ file: File, by path: [KernelFunction] = [], _ body: () async throws(Trap) -> Value
  ) async throws(Trap) -> Value {
    let isCounted = version.files.countsEachCall || (current.files?.users ?? 1) > 1
    let depth = current.stack.depth
    for function in path { enter(function) }
    return try await underKernelLock(version.files.useTakesKernelLock) { () async throws(Trap) in
      if isCounted { file.count += 1 }
      let value: Value
      do throws(Trap) {
        value = try await body()
      } catch {
        // Whoever dies in a call does not give its use back.
        if isCounted, case .errno = error { try await put(file) }
        throw error
      }
      if isCounted { try await put(file) }
      current.stack.unwind(to: depth)
      return value
    }
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
    case .procFile(let open): return try await readProc(open, file, buffer)
    case .kernelProc(let kind): return try await readProc(kind, file, buffer)
    case .sysfs(let attribute): return try await readSysfs(attribute, file, buffer)
    case .memory(let contents): return copy(contents.bytes, to: buffer, from: file)
    case .pipe(let pipe): return try await readPipe(pipe, buffer)
    case .folder: throw .errno(.EISDIR)
    case .terminal, .null: return 0
    case .log: throw .errno(.EINVAL)
    }
  }

  /// What a driver's number means to its caller: a negative one is an error, as it is in C.
  func byteCount(_ returned: Int) throws(Trap) -> Int {
    if let errno = Errno(returned: returned) { throw .errno(errno) }
    return returned
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
    case .procFile(let open): return try await writeProc(open, file, buffer)
    case .kernelProc(let kind): try writeProc(kind, buffer.bytes)
    case .sysfs(let attribute): try await writeSysfs(attribute, buffer.bytes)
    case .memory(let contents): try contents.append(buffer.bytes)
    case .pipe(let pipe): return try await writePipe(pipe, buffer)
    case .folder: throw .errno(.EBADF)
    case .terminal: console.write(String(decoding: buffer.bytes, as: UTF8.self))
    case .null: break
    case .log: try writeLog(buffer.bytes)
    }
    return buffer.count
  }

  /// Closes one descriptor's use of a file.
  ///
  /// Process context, may sleep. C: `filp_close`.
  ///
  /// - Throws: What the driver's `flush` says; the file is closed all the same.
  func close(_ file: File) async throws(Trap) {
    try await underKernelLock(version.files.useTakesKernelLock) { () async throws(Trap) in
      enter(.filpClose)
      var refusal: Errno?
      if case .device(let operations) = file.backing {
        // The real function looks for an operation that few drivers have, and so touches the structure first.
        let flush = try loadPointer(operations + version.fileOperations.flush)
        if flush != .null { refusal = try await callFlush(flush, file) }
      }
      if version.files.releasesOnTheWayOut { current.stack.leave() }
      try await put(file)
      if !version.files.releasesOnTheWayOut { current.stack.leave() }
      if let refusal { throw .errno(refusal) }
    }
  }

  private func callFlush(_ address: Address, _ file: File) async throws(Trap) -> Errno? {
    let function = try enter(address)
    guard case .flush(let body) = function.body else { throw wrongArguments(function) }
    do throws(Trap) {
      try await call(function) { () async throws(Errno) in try await body(file) }
      return nil
    } catch {
      guard case .errno(let errno) = error, !isTornDown else { throw error }
      return errno
    }
  }

  /// Gives a use of a file back; the last one releases it.
  ///
  /// Process context, may sleep. C: `fput`.
  func put(_ file: File) async throws(Trap) {
    file.count -= 1
    guard file.count == 0 else { return }
    enter(.fput)
    switch file.backing {
    case .device(let operations): try await release(file, operations)
    case .procEntry(let entry): try closeProc(entry)
    case .procFile(let open): try await closeProc(open)
    case .pipe(let pipe): release(pipe, file)
    case .kernelProc, .terminal, .null, .log, .memory, .sysfs, .folder: break
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
    await step("fput: released, and still counted")
    try putDriver(file)
  }
}
