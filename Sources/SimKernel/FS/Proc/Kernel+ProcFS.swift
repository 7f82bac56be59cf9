/// Making, opening and removing files under `/proc`. C: `fs/proc/generic.c`, `fs/proc/inode.c`.
extension Kernel {
  /// Makes a file under `/proc`.
  ///
  /// Process context, may sleep. C: `create_proc_entry`, `proc_create`.
  ///
  /// `function` is where what serves it lies: the function, or the operations. `owner` is the header
  /// of the module that is counted while somebody has the file open.
  /// - Returns: Nil, C's `NULL`, where the folder that the name wants is not there or memory is
  ///   short.
  func createProcEntry(
    _ name: String, _ service: ProcEntry.Service, function: Address, owner: Address? = nil,
    permissions: Int = 0o444
  ) throws(Trap) -> ProcEntry? {
    enter(.createProcEntry)
    defer { current.stack.leave() }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    guard let last = parts.last, !last.isEmpty,
      parts.count == 1 || Self.procFolders.contains(folder),
      let address = heap.allocate(bytes: ProcEntry.bytes)
    else { return nil }
    let entry = ProcEntry(
      name: name, address: address, service: service, permissions: permissions)
    try storePointer(address + entry.functionOffset, function)
    if let owner { try storePointer(address + ProcEntry.ownerOffset, owner) }
    procEntries.insert(entry)
    return entry
  }

  /// Takes a file out of `/proc`; one that is not there is left alone.
  ///
  /// Process context. C: `remove_proc_entry`.
  ///
  /// - Returns: The entry, where calls of the module's functions or open files are left to be
  ///   waited for.
  func removeProcEntry(_ name: String) -> ProcEntry? {
    guard let entry = procEntries.remove(name) else { return nil }
    entry.isDeleted = true
    if case .text = entry.service { return leaveOrFree(entry) }
    return entry
  }

  /// Frees an entry, or says that somebody still has it open.
  @discardableResult
  func leaveOrFree(_ entry: ProcEntry) -> ProcEntry? {
    guard entry.count > 0 else {
      heap.free(entry.address)
      return nil
    }
    guard !version.files.notesMethodsAtOpen else { return nil }
    // The folder's own name comes first; only that of the root has a path in it.
    let path = entry.name.contains("/") ? entry.name : "/proc/\(entry.name)"
    printk("remove_proc_entry: \(path) busy, count=\(entry.count)\n")
    return nil
  }

  /// Opens a file under `/proc` that a module serves.
  ///
  /// Process context, may sleep.
  func openProc(_ entry: ProcEntry, mode: OpenMode) async throws(Trap) -> File {
    if case .text = entry.service {
      guard mode == .readOnly else { throw .errno(.EACCES) }
      try useProcInode(entry)
      return File(backing: .procEntry(entry), mode: mode)
    }
    try checkPermission(entry.permissions, mode)
    try useProcInode(entry)
    do throws(Trap) {
      return try await openProcFile(entry, mode: mode)
    } catch {
      if case .errno = error { try closeProc(entry) }
      throw error
    }
  }

  /// Counts an open file, and with the first one a use of the module that owns the entry.
  ///
  /// C: `proc_get_inode`. Until 2.4 the module is not asked whether it is being removed.
  private func useProcInode(_ entry: ProcEntry) throws(Trap) {
    if entry.count == 0, let owner = try owner(of: entry) {
      enter(.procGetInode)
      if version.files.lookup == .slots {
        try getModule(at: owner)
      } else if try !getOwner(owner) {
        throw .errno(.ENOENT)
      }
      current.stack.leave()
    }
    entry.count += 1
  }

  /// Takes back what opening an entry counted; one that was removed meanwhile is freed with the
  /// last one.
  ///
  /// C: `proc_delete_inode`, `de_put`.
  func closeProc(_ entry: ProcEntry) throws(Trap) {
    entry.count -= 1
    guard entry.count == 0 else { return }
    if let owner = try owner(of: entry) { try putOwner(owner) }
    if entry.isDeleted { heap.free(entry.address) }
  }

  private func owner(of entry: ProcEntry) throws(Trap) -> Address? {
    guard wordBytes == 4, version.fileOperations.owner != nil else { return nil }
    let owner = Address(memory.loadWord(entry.address + ProcEntry.ownerOffset) ?? 0)
    return owner == .null ? nil : owner
  }

  /// Reads from a file that a module serves with one function.
  ///
  /// Process context. C: `proc_file_read`.
  func readProc(_ entry: ProcEntry, _ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    enter(.procFileRead)
    let address = try loadPointer(entry.address + entry.functionOffset)
    let page = ProcPage(offset: file.position, count: buffer.count)
    let function = try enter(address)
    guard case .readProc(let body) = function.body else { throw wrongArguments(function) }
    try await call(function) { () async throws(Errno) in try await body(page) }
    current.stack.leave()
    guard page.bytes.count > Int(Address.pageSize) else {
      return copy(page.bytes, to: buffer, from: file)
    }
    // 2.4 says nothing, and overwrites whatever lies behind the page; the message and the cut are
    // those of 2.6.
    printk("proc_file_read: Apparent buffer overflow!\n", .error)
    return copy(Array(page.bytes.prefix(Int(Address.pageSize))), to: buffer, from: file)
  }
}
