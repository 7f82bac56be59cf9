/// Seeking, controlling, polling and mapping an open file. C: `fs/read_write.c`, `fs/ioctl.c`,
/// `fs/select.c`, `mm/mmap.c`.
extension Kernel {
  /// Moves the position of a file.
  ///
  /// Process context, may sleep. C: `sys_lseek`, `vfs_llseek`.
  ///
  /// - Returns: The new position, in bytes from the start.
  func seek(_ file: File, to offset: Int, from origin: SeekOrigin) async throws(Trap) -> Int {
    try await using(file, by: version.files.seekPath) { () async throws(Trap) in
      switch file.backing {
      case .device(let operations):
        return try await seekDevice(operations, file, to: offset, from: origin)
      case .procFile(let open): return try await seekProc(open, file, to: offset, from: origin)
      case .terminal, .pipe: throw .errno(.ESPIPE)
      case .null, .log:
        file.position = 0
        return 0
      case .procEntry, .kernelProc, .sysfs, .folder:
        // A text that is made up has no end that anybody knows.
        guard origin != .end else { throw .errno(.EINVAL) }
        return try seekByDefault(file, to: offset, from: origin, size: 0)
      case .memory(let contents):
        return try seekByDefault(file, to: offset, from: origin, size: contents.bytes.count)
      }
    }
  }

  private func seekDevice(
    _ operations: Address, _ file: File, to offset: Int, from origin: SeekOrigin
  ) async throws(Trap) -> Int {
    guard file.canSeek else { throw .errno(.ESPIPE) }
    let address = try loadPointer(operations + version.fileOperations.llseek)
    guard address != .null else {
      guard version.files.seeksByDefault else { throw .errno(.ESPIPE) }
      return try seekByDefault(file, to: offset, from: origin, size: 0)
    }
    let function = try enter(address)
    guard case .llseek(let body) = function.body else { throw wrongArguments(function) }
    return try byteCount(
      try await call(function) { () async throws(Errno) in
        try await body(file, offset, origin)
      })
  }

  /// Moves the position, and does nothing else.
  ///
  /// C: `default_llseek`.
  func seekByDefault(
    _ file: File, to offset: Int, from origin: SeekOrigin, size: Int
  ) throws(Trap) -> Int {
    let base =
      switch origin {
      case .start: 0
      case .current: file.position
      case .end: size
      }
    let (position, overflows) = base.addingReportingOverflow(offset)
    guard !overflows, position >= 0 else { throw .errno(.EINVAL) }
    file.position = position
    return position
  }

  /// Gives a driver a command.
  ///
  /// Process context, may sleep. C: `sys_ioctl`.
  func control(_ file: File, _ command: UInt32, _ argument: UInt64) async throws(Trap) -> Int {
    try await using(file) { () async throws(Trap) in
      if case .procFile(let open) = file.backing {
        return try await controlProc(open, file, command, argument)
      }
      guard case .device(let operations) = file.backing else { throw .errno(.ENOTTY) }
      return try await underKernelLock(version.files.ioctlTakesKernelLock) {
        () async throws(Trap) in
        let address = try loadPointer(operations + version.fileOperations.ioctl)
        guard address != .null else { throw .errno(.ENOTTY) }
        let function = try enter(address)
        guard case .ioctl(let body) = function.body else { throw wrongArguments(function) }
        return try byteCount(
          try await call(function) { () async throws(Errno) in
            try await body(file, command, argument)
          })
      }
    }
  }

  /// What can be done with a file without waiting.
  ///
  /// Process context, may sleep. C: `sys_poll`, `do_pollfd`.
  func poll(_ file: File) async throws(Trap) -> PollEvents {
    try await using(file) { () async throws(Trap) in
      guard case .device(let operations) = file.backing else { return .always }
      let address = try loadPointer(operations + version.fileOperations.poll)
      guard address != .null else { return .always }
      let function = try enter(address)
      guard case .poll(let body) = function.body else { throw wrongArguments(function) }
      return try await call(function) { () async throws(Errno) in await body(file) }
    }
  }

  /// Gives a process a part of a file as memory; it counts as a use of the file.
  ///
  /// Process context, may sleep. C: `do_mmap`.
  ///
  /// - Returns: Where it lies in the process's memory.
  func map(
    _ file: File, length: Int, isWritable: Bool, in table: FileTable
  ) async throws(Trap) -> UInt64 {
    try await using(file) { () async throws(Trap) in
      if version.files.mapsByMethodFirst { _ = try mapMethod(of: file) }
      guard length > 0, length <= Self.longestMapping else { throw .errno(.EINVAL) }
      guard !isWritable || file.isWritable, file.isReadable else { throw .errno(.EACCES) }
      let function = try enter(try mapMethod(of: file))
      guard case .mmap(let body) = function.body else { throw wrongArguments(function) }
      let pages = (length + Int(Address.pageSize) - 1) / Int(Address.pageSize)
      let mapping = MemoryMapping(
        start: table.reserveMapping(pages: pages), length: pages * Int(Address.pageSize),
        isWritable: isWritable)
      try await call(function) { () async throws(Errno) in try await body(file, mapping) }
      file.count += 1
      table.map(file, at: mapping.start)
      return mapping.start
    }
  }

  private func mapMethod(of file: File) throws(Trap) -> Address {
    guard case .device(let operations) = file.backing,
      case let address = try loadPointer(operations + version.fileOperations.mmap),
      address != .null
    else { throw .errno(.ENODEV) }
    return address
  }

  /// The most that a process can map at once, in bytes: it has 3 GiB.
  private static var longestMapping: Int { 1 << 30 }
}
