/// Files under `/proc`. C: `fs/proc/generic.c`, `fs/proc/proc_misc.c` of 2.4.
extension Kernel {
  /// The folders below `/proc` in which a module can make files.
  static let procFolders: Set<String> = ["bus", "driver", "fs", "net", "sys", "tty"]

  /// Makes a file under `/proc`.
  ///
  /// Process context, may sleep. C: `create_proc_entry`.
  ///
  /// - Returns: Nil, C's `NULL`, where the folder that the name wants is not there or memory is
  ///   short.
  func createProcEntry(_ name: String, read: Address) throws(Trap) -> ProcEntry? {
    enter(.createProcEntry)
    defer { current.stack.leave() }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    guard let last = parts.last, !last.isEmpty,
      parts.count == 1 || Self.procFolders.contains(folder),
      let address = heap.allocate(bytes: ProcEntry.bytes)
    else { return nil }
    try storePointer(address + ProcEntry.readOffset, read)
    let entry = ProcEntry(name: name, address: address)
    procEntries.insert(entry, at: 0)
    return entry
  }

  /// Takes a file out of `/proc`; one that is not there is left alone.
  ///
  /// Process context. C: `remove_proc_entry`.
  func removeProcEntry(_ name: String) {
    guard let index = procEntries.firstIndex(where: { $0.name == name }) else { return }
    let entry = procEntries.remove(at: index)
    if entry.count > 0 {
      entry.isDeleted = true
      // The folder's own name comes first; only that of the root has a path in it.
      let path = name.contains("/") ? name : "/proc/\(name)"
      printk("remove_proc_entry: \(path) busy, count=\(entry.count)\n")
    } else {
      heap.free(entry.address)
    }
  }

  /// Opens a file under `/proc`, for reading only unless root may write what it holds.
  func openProc(_ name: String, mode: OpenMode) throws(Trap) -> File {
    let entry = procEntries.first { $0.name == name }
    let own = KernelProcFile(rawValue: name)
    guard entry != nil || own != nil else { throw .errno(.ENOENT) }
    guard mode == .readOnly || own == .tainted && current.userID == 0 else {
      throw .errno(.EACCES)
    }
    if let entry {
      entry.count += 1
      return File(backing: .procEntry(entry), mode: mode)
    }
    return File(backing: .kernelProc(own ?? .version), mode: mode)
  }

  /// Reads from a file that the kernel itself serves: the whole text is made for each read.
  ///
  /// Process context. C: `proc_file_read`, `devices_read_proc` and its like.
  func readProc(
    _ kind: KernelProcFile, _ file: File, _ buffer: UserBuffer
  ) async throws(Trap) -> Int {
    enter(.procFileRead)
    let text: String
    switch kind {
    case .modules: text = try await moduleList()
    case .devices: text = try deviceList()
    case .tainted: text = "\(taint.flags.rawValue)\n"
    case .version: text = "Linux version \(version.release)\n"
    }
    current.stack.leave()
    // The kernel hands out one page, as far as it goes.
    return copy(Array(text.utf8.prefix(Int(Address.pageSize))), to: buffer, from: file)
  }

  /// Writes to a file that the kernel itself serves: a number.
  ///
  /// Process context. C: `proc_dointvec`.
  func writeProc(_ kind: KernelProcFile, _ bytes: [UInt8]) throws(Trap) {
    let word = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
    guard kind == .tainted, let word, let number = Int32(word) else { throw .errno(.EINVAL) }
    taint.write(UInt32(bitPattern: number))
  }

  /// Reads from a file that a module serves.
  ///
  /// Process context. C: `proc_file_read`.
  func readProc(_ entry: ProcEntry, _ file: File, _ buffer: UserBuffer) async throws(Trap) -> Int {
    enter(.procFileRead)
    let address = try loadPointer(entry.address + ProcEntry.readOffset)
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

  /// Hands out the part of a text that a reader has not had yet.
  func copy(_ text: [UInt8], to buffer: UserBuffer, from file: File) -> Int {
    let part = text.dropFirst(file.position).prefix(buffer.count)
    buffer.bytes.replaceSubrange(0..<part.count, with: part)
    file.position += part.count
    return part.count
  }
}
