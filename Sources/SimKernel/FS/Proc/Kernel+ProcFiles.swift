/// Files under `/proc` with operations of their own. C: `fs/proc/inode.c` of 2.6.24 and 6.1.
extension Kernel {
  /// Opens such a file.
  ///
  /// Process context, may sleep. C: `proc_reg_open`.
  func openProcFile(_ entry: ProcEntry, mode: OpenMode) async throws(Trap) -> File {
    enter(.procRegOpen)
    let file = File(backing: .null, mode: mode)
    let opener = ProcFile(entry, file)
    guard case .operations = entry.service else {
      current.stack.leave()
      file.backing = .procFile(opener)
      return file
    }
    let layout = version.procOperations
    try await duringCall(of: entry, refusing: .ENOENT) { (table) async throws(Trap) in
      let hasRelease = try loadPointer(table + layout.release) != .null
      file.canSeek =
        try loadPointer(table + layout.llseek) != .null || !version.files.notesMethodsAtOpen
      let open = try loadPointer(table + layout.open)
      if open != .null {
        let function = try enter(open)
        guard case .open(let body) = function.body else { throw wrongArguments(function) }
        try await call(function) { () async throws(Errno) in try await body(file.inode, file) }
      }
      if hasRelease { entry.add(opener) }
    }
    file.backing = .procFile(opener)
    current.stack.leave()
    return file
  }

  /// Runs a call of the module's functions, which whoever removes the file waits for.
  ///
  /// C: `use_pde`, `unuse_pde`. Once the file is being removed, the call ends with `errno`.
  private func duringCall<Value>(
    of entry: ProcEntry, refusing errno: Errno, _ body: (Address) async throws(Trap) -> Value
  ) async throws(Trap) -> Value {
    guard !entry.isDeleted else { throw .errno(errno) }
    entry.runningCalls += 1
    let table = try loadPointer(entry.address + ProcEntry.operationsOffset)
    await step("use_pde: the call is counted, and has not begun")
    do throws(Trap) {
      let value = try await body(table)
      endCall(of: entry)
      return value
    } catch {
      // Whoever dies in the call never ends it: the file can never be removed.
      if case .errno = error { endCall(of: entry) }
      throw error
    }
  }

  private func endCall(of entry: ProcEntry) {
    entry.runningCalls -= 1
    if entry.runningCalls == 0, let remover = entry.remover { wakeUpProcess(remover) }
  }

  /// Reads from such a file.
  ///
  /// Process context, may sleep. C: `proc_reg_read`.
  func readProc(
    _ open: ProcFile, _ file: File, _ buffer: UserBuffer
  ) async throws(Trap) -> Int {
    enter(.procRegRead)
    if case .show = open.entry.service { return try await readShown(open.entry, file, buffer) }
    let count = try await duringCall(of: open.entry, refusing: .EIO) {
      (table) async throws(Trap) in
      let address = try loadPointer(table + version.procOperations.read)
      guard address != .null else {
        throw .errno(version.files.notesMethodsAtOpen ? .EIO : .EINVAL)
      }
      let function = try enter(address)
      guard case .read(let body) = function.body else { throw wrongArguments(function) }
      return try byteCount(
        try await call(function) { () async throws(Errno) in try await body(file, buffer) })
    }
    current.stack.leave()
    return count
  }

  /// Reads from a file whose whole text one function shows.
  ///
  /// C: `single_open`, `seq_read`.
  private func readShown(
    _ entry: ProcEntry, _ file: File, _ buffer: UserBuffer
  ) async throws(Trap) -> Int {
    let text = try await duringCall(of: entry, refusing: .EIO) { (address) async throws(Trap) in
      if file.position > 0, let text = file.text { return text }
      enter(.seqRead)
      let page = ProcPage(offset: 0, count: buffer.count)
      let function = try enter(address)
      guard case .readProc(let body) = function.body else { throw wrongArguments(function) }
      try await call(function) { () async throws(Errno) in try await body(page) }
      current.stack.leave()
      return page.bytes
    }
    file.text = text
    current.stack.leave()
    return copy(text, to: buffer, from: file)
  }

  /// Writes to such a file.
  ///
  /// Process context, may sleep. C: `proc_reg_write`.
  func writeProc(
    _ open: ProcFile, _ file: File, _ buffer: UserBuffer
  ) async throws(Trap) -> Int {
    enter(.procRegWrite)
    guard case .operations = open.entry.service else { throw .errno(.EIO) }
    let count = try await duringCall(of: open.entry, refusing: .EIO) {
      (table) async throws(Trap) in
      let address = try loadPointer(table + version.procOperations.write)
      guard address != .null else {
        throw .errno(version.files.notesMethodsAtOpen ? .EIO : .EINVAL)
      }
      let function = try enter(address)
      guard case .write(let body) = function.body else { throw wrongArguments(function) }
      return try byteCount(
        try await call(function) { () async throws(Errno) in try await body(file, buffer) })
    }
    current.stack.leave()
    return count
  }

  /// Moves the position in such a file.
  ///
  /// Process context, may sleep. C: `proc_reg_llseek`.
  func seekProc(
    _ open: ProcFile, _ file: File, to offset: Int, from origin: SeekOrigin
  ) async throws(Trap) -> Int {
    guard file.canSeek else { throw .errno(.ESPIPE) }
    enter(.procRegLlseek)
    guard case .operations = open.entry.service else {
      guard origin != .end, !open.entry.isDeleted else { throw .errno(.EINVAL) }
      return try seekByDefault(file, to: offset, from: origin, size: 0)
    }
    return try await duringCall(of: open.entry, refusing: .EINVAL) { (table) async throws(Trap) in
      let address = try loadPointer(table + version.procOperations.llseek)
      guard address != .null else {
        return try seekByDefault(file, to: offset, from: origin, size: 0)
      }
      let function = try enter(address)
      guard case .llseek(let body) = function.body else { throw wrongArguments(function) }
      return try byteCount(
        try await call(function) { () async throws(Errno) in
          try await body(file, offset, origin)
        })
    }
  }

  /// Gives the module of such a file a command.
  ///
  /// Process context, may sleep. C: `proc_reg_unlocked_ioctl`.
  func controlProc(
    _ open: ProcFile, _ file: File, _ command: UInt32, _ argument: UInt64
  ) async throws(Trap) -> Int {
    enter(.procRegIoctl)
    guard case .operations = open.entry.service else { throw .errno(.ENOTTY) }
    return try await duringCall(of: open.entry, refusing: .ENOTTY) { (table) async throws(Trap) in
      let address = try loadPointer(table + version.procOperations.ioctl)
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
