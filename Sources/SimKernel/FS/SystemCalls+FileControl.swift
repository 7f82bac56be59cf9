extension SystemCalls {
  /// Moves the position from which the next read or write begins.
  ///
  /// C: `lseek`.
  ///
  /// - Throws: `EBADF`, `EINVAL` for a position before the start, `ESPIPE` where the file has none, or
  ///   what the driver says.
  /// - Returns: The new position, in bytes from the start.
  @discardableResult
  public func lseek(
    _ descriptor: Int, _ offset: Int, _ origin: SeekOrigin = .start
  ) async throws(Errno) -> Int {
    try await call(.sysLseek) { () async throws(Trap) in
      try await kernel.seek(try file(descriptor), to: offset, from: origin)
    }
  }

  /// Gives the driver of a file a command.
  ///
  /// C: `ioctl`.
  ///
  /// - Throws: `EBADF`, `ENOTTY` where the driver takes no commands, or what it says.
  @discardableResult
  public func ioctl(
    _ descriptor: Int, _ command: UInt32, _ argument: UInt64 = 0
  ) async throws(Errno) -> Int {
    try await call(.sysIoctl) { () async throws(Trap) in
      try await kernel.control(try file(descriptor), command, argument)
    }
  }

  /// Asks what could be done with a file without waiting, and does not wait for it.
  ///
  /// C: `poll` with a timeout of 0.
  ///
  /// - Throws: `EBADF` where it is not open; C's function says so in `revents`.
  public func poll(_ descriptor: Int) async throws(Errno) -> PollEvents {
    try await call(.sysPoll) { () async throws(Trap) in
      try await kernel.poll(try file(descriptor))
    }
  }

  /// Makes a part of a file the process's memory; the file stays in use until it is unmapped.
  ///
  /// C: `mmap` with `MAP_SHARED`.
  ///
  /// - Throws: `EBADF`; `ENODEV` where the driver maps nothing; `EACCES` where the file was opened
  ///   otherwise; `EINVAL` for no length; or what the driver says.
  /// - Returns: Where it begins.
  public func mmap(
    _ descriptor: Int, length: Int, isWritable: Bool = false
  ) async throws(Errno) -> UInt64 {
    try await call(.sysMmap) { () async throws(Trap) in
      guard let table = process.files else { throw .errno(.EBADF) }
      return try await kernel.map(
        try file(descriptor), length: length, isWritable: isWritable, in: table)
    }
  }

  /// Takes a mapping out of the process's memory; where there is none, nothing happens.
  ///
  /// C: `munmap`.
  public func munmap(_ start: UInt64) async throws(Errno) {
    try await call(.sysMunmap) { () async throws(Trap) in
      if let file = process.files?.unmap(at: start) { try await kernel.put(file) }
    }
  }

  /// Makes the lowest free descriptor mean what another one means.
  ///
  /// C: `dup`.
  ///
  /// - Throws: `EBADF` where that one is not open, `EMFILE` where none is free.
  /// - Returns: The new descriptor. The driver is told nothing.
  public func dup(_ descriptor: Int) async throws(Errno) -> Int {
    try await call(.sysDup) { () async throws(Trap) in
      let file = try file(descriptor)
      guard let copy = process.files?.install(file) else { throw .errno(.EMFILE) }
      file.count += 1
      return copy
    }
  }
}
