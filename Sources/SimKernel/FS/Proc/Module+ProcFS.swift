extension Module {
  /// Makes a file under `/proc` whose text one function writes.
  ///
  /// Process context, may sleep. C: `create_proc_read_entry` (2.2 to 2.6).
  ///
  /// - Parameters:
  ///   - name: Its name, with the folder where it is not `/proc` itself: `driver/sched`.
  ///   - owner: The module that is counted while somebody has the file open; nil, and nobody counts.
  ///     C: `owner` of the entry (2.4 and 2.6).
  ///   - read: Writes the whole text of the file to the page. Process context, may sleep. Nobody
  ///     counts a use of the module while it runs, save as `owner` says.
  /// - Throws: `ENOMEM`, which is what drivers return where C's function returns `NULL`: memory is
  ///   short, or the folder is missing; `ENOSYS` in 6.1.
  public func createProcReadEntry(
    _ name: String, owner: (any Module)? = nil,
    _ read: @escaping (ProcPage) async throws(Errno) -> Void
  ) throws(Errno) {
    try makeTextEntry(name, isInfo: false, owner: owner, read)
  }

  /// Makes a file under `/proc` whose text one function writes, which is asked before any other.
  ///
  /// Process context, may sleep. C: `create_proc_info_entry` (2.2 to 2.6). It throws what
  /// ``createProcReadEntry(_:owner:_:)`` throws.
  public func createProcInfoEntry(
    _ name: String, owner: (any Module)? = nil,
    _ info: @escaping (ProcPage) async throws(Errno) -> Void
  ) throws(Errno) {
    try makeTextEntry(name, isInfo: true, owner: owner, info)
  }

  private func makeTextEntry(
    _ name: String, isInfo: Bool, owner: (any Module)?,
    _ body: @escaping (ProcPage) async throws(Errno) -> Void
  ) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    let kernel = calls.kernel
    let call = isInfo ? "create_proc_info_entry" : "create_proc_read_entry"
    guard kernel.version.procServices.contains(.text) else { throw calls.refuse(call) }
    let kind = isInfo ? "get_info" : "read_proc"
    let function = kernel.place("\(calls.module.name)_\(kind)", .readProc(body), in: calls.module)
    try calls.makeProcEntry(
      name, .text(isInfo: isInfo), function.address,
      owner: owner == nil ? nil : calls.module.address)
  }

  /// Makes a file under `/proc` that operations serve.
  ///
  /// Process context, may sleep. C: `proc_create` (6.1), `create_proc_entry` (2.6), whose
  /// `proc_fops` the driver sets.
  ///
  /// - Parameters:
  ///   - name: Its name, with the folder where it is not `/proc` itself.
  ///   - mode: Who may read and write it, as nine bits.
  ///   - operations: What serves it.
  ///   - owner: The module that is counted while somebody has the file open, in 2.6.24 only; 6.1
  ///     counts nobody.
  /// - Throws: `ENOMEM` where memory is short or the folder is missing, `ENOSYS` before 2.6.
  public func procCreate(
    _ name: String, mode: Int = 0o444, _ operations: ProcOperations, owner: (any Module)? = nil
  ) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.version.procServices.contains(.operations) else {
      throw calls.refuse("proc_create")
    }
    let table = calls.kernel.place(operations, in: calls.module)
    try calls.makeProcEntry(
      name, .operations, table, owner: owner == nil ? nil : calls.module.address, mode)
  }

  /// Makes a file under `/proc` whose whole text one function shows, when the file is read first.
  ///
  /// Process context, may sleep. C: `proc_create_single` (6.1), `create_proc_read_entry` (2.6).
  ///
  /// - Throws: `ENOMEM` where memory is short or the folder is missing, `ENOSYS` before 2.6.
  public func procCreateSingle(
    _ name: String, mode: Int = 0o444, _ show: @escaping (ProcPage) async throws(Errno) -> Void
  ) throws(Errno) {
    guard let calls = KernelCalls(self) else { throw .ENODEV }
    guard calls.kernel.version.procServices.contains(.operations) else {
      throw calls.refuse("proc_create_single")
    }
    let function = calls.kernel.place(
      "\(calls.module.name)_show", .readProc(show), in: calls.module)
    try calls.makeProcEntry(name, .show, function.address, owner: nil, mode)
  }

  /// Takes a file out of `/proc`; one that is not there is left alone.
  ///
  /// Process context. C: `remove_proc_entry`.
  ///
  /// A file with operations has to be waited for: ``procRemove(_:)`` does that. Here the caller
  /// waits at its next chance, at the latest before its own function returns.
  public func removeProcEntry(_ name: String) {
    guard let calls = KernelCalls(self) else { return }
    let left = calls.kernel.removeProcEntry(name)
    if let left { calls.kernel.current.entriesToRunDown.append(left) }
    calls.kernel.record(.unregistered(kind: "proc entry", name: name))
  }

  /// Takes a file with operations out of `/proc`: waits for the calls that are under way and, in
  /// 6.1, releases the files that are open.
  ///
  /// Process context, may sleep. C: `remove_proc_entry` (2.2 to 2.6), `proc_remove` (6.1).
  public func procRemove(_ name: String) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      calls.kernel.enter(.removeProcEntry)
      if let left = calls.kernel.removeProcEntry(name) { try await calls.kernel.runDown(left) }
      calls.kernel.record(.unregistered(kind: "proc entry", name: name))
    }
  }
}

extension KernelCalls {
  /// Makes an entry, and tells whoever watches.
  fileprivate func makeProcEntry(
    _ name: String, _ service: ProcEntry.Service, _ function: Address, owner: Address?,
    _ mode: Int = 0o444
  ) throws(Errno) {
    let result = now { () throws(Trap) in
      try kernel.createProcEntry(
        name, service, function: function, owner: owner, permissions: mode)
    }
    guard let result, try result.get() != nil else { throw .ENOMEM }
    kernel.record(.registered(kind: "proc entry", name: name))
  }
}

/// The ways in which a module can serve a file under `/proc`.
struct ProcServices: OptionSet, Sendable {
  let rawValue: Int
  /// One function writes the text.
  static let text = ProcServices(rawValue: 1)
  /// Operations of its own.
  static let operations = ProcServices(rawValue: 2)
}

extension KernelVersion {
  /// How a module can serve a file under `/proc`: `read_proc` went in 3.10.
  var procServices: ProcServices {
    if files.lookup == .slots { return .text }
    return files.notesMethodsAtOpen ? .operations : [.text, .operations]
  }
}
