/// Files under `/proc` that the kernel serves itself. C: `fs/proc/proc_misc.c`, `kernel/sysctl.c`.
extension Kernel {
  /// Reads from one of them.
  ///
  /// Process context, may sleep. C: `proc_file_read`, `seq_read`.
  func readProc(
    _ kind: KernelProcFile, _ file: File, _ buffer: UserBuffer
  ) async throws(Trap) -> Int {
    // From 2.6 on the text is made once; before, for each read, and no more than a page of it.
    let isKept = version.files.lookup == .cdevs
    if isKept, file.position > 0, let text = file.text { return copy(text, to: buffer, from: file) }
    let depth = current.stack.depth
    enter(isKept ? seqPath(of: kind) : [.procFileRead])
    let text = Array(try await text(of: kind).utf8)
    current.stack.unwind(to: depth)
    if isKept { file.text = text }
    return copy(
      isKept ? text : Array(text.prefix(Int(Address.pageSize))), to: buffer, from: file)
  }

  /// From `vfs_read` to what shows the text: in 6.1 most files are read by an iterator at once.
  private func seqPath(of kind: KernelProcFile) -> [KernelFunction] {
    guard version.files.notesMethodsAtOpen else { return [.seqRead] }
    return kind == .modules ? [.seqRead, .seqReadIter] : [.seqReadIter]
  }

  private func text(of kind: KernelProcFile) async throws(Trap) -> String {
    switch kind {
    case .modules: try await moduleList()
    case .devices: try await deviceList()
    case .misc: try await miscList()
    case .version: "Linux version \(version.release)\n"
    case .cmdline: version.configuration.commandLine + "\n"
    case .uptime: uptime()
    case .ksyms, .kallsyms: symbolList()
    case .osType: "Linux\n"
    case .osRelease: version.release + "\n"
    case .tainted: "\(taint.flags.rawValue)\n"
    case .panicOnOops: "\(settings.panicOnOops)\n"
    case .modulesDisabled: "\(loading.isDisabled ? 1 : 0)\n"
    case .hungTaskTimeout: "\(deferred.hungTaskSeconds)\n"
    }
  }

  /// Seconds since the machine was booted, and how many of them nobody wanted the processor.
  ///
  /// C: `uptime_read_proc`. The machine is taken to have had nothing to do.
  private func uptime() -> String {
    let hundredths = jiffies * 100 / version.hertz
    let fraction = String(hundredths % 100)
    let text = "\(hundredths / 100)." + (fraction.utf8.count < 2 ? "0" : "") + fraction
    return "\(text) \(text)\n"
  }

  /// Writes a number to one of them.
  ///
  /// Process context. C: `proc_dointvec`, `proc_dointvec_minmax`, `proc_taint`.
  ///
  /// - Throws: `EINVAL` for what is no number, or one that is not taken there.
  func writeProc(_ kind: KernelProcFile, _ bytes: [UInt8]) throws(Trap) {
    let word = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
    guard let word, let number = Int32(word).map(Int.init) else { throw .errno(.EINVAL) }
    switch kind {
    case .tainted:
      taint.write(UInt32(truncatingIfNeeded: number))
    case .panicOnOops: settings.panicOnOops = number
    case .modulesDisabled:
      guard number == 1 else { throw .errno(.EINVAL) }
      loading.isDisabled = true
    case .hungTaskTimeout:
      guard number >= 0 else { throw .errno(.EINVAL) }
      deferred.hungTaskSeconds = number
    default: throw .errno(.EINVAL)
    }
  }

  /// Hands out the part of a text that a reader has not had yet.
  func copy(_ text: [UInt8], to buffer: UserBuffer, from file: File) -> Int {
    let part = text.dropFirst(file.position).prefix(buffer.count)
    buffer.bytes.replaceSubrange(0..<part.count, with: part)
    file.position += part.count
    return part.count
  }
}
