internal import ConformanceReplay
internal import SimKernel

extension SystemCalls {
  /// What a worker does with a file.
  func perform(
    onFile operation: ConformanceReplay.Operation, _ desk: Desk
  ) async -> StepOutcome {
    switch operation {
    case .open(let handle, let path, let flags):
      await StepOutcome.of { () async throws(Errno) in
        desk.handles[handle] = -1
        let descriptor = try await openExisting(path, flags)
        desk.handles[handle] = descriptor
        return descriptor
      }
    case .read(let handle, let count): await read(desk.descriptor(handle), upTo: count)
    case .write(let handle, let text):
      await StepOutcome.of { () async throws(Errno) in
        try await write(desk.descriptor(handle), Array(text.utf8))
      }
    case .close(let handle):
      await StepOutcome.of { () async throws(Errno) in
        try await close(desk.descriptor(handle))
        return 0
      }
    case .put(let path, let text): await put(text, into: path)
    case .cat(let path): await cat(path)
    case .grep(let path, let text): await grep(text, in: path)
    case .makeNode(let path, let major, let minor): await makeNode(path, major, minor)
    case .status(let path): await describe(path)
    default: await perform(onOpenFile: operation, desk)
    }
  }

  /// `open` without `O_CREAT` and `O_TRUNC`.
  private func openExisting(
    _ path: String, _ flags: OpenFlags
  ) async throws(Errno) -> Int {
    _ = try await status(of: path)
    let mode: OpenMode =
      flags.contains(.readWrite) ? .readWrite : flags.contains(.writeOnly) ? .writeOnly : .readOnly
    return try await open(path, mode)
  }

  private func read(_ descriptor: Int, upTo count: Int) async -> StepOutcome {
    var text: String?
    var outcome = await StepOutcome.of { () async throws(Errno) in
      let bytes = try await read(descriptor, count: count)
      text = String(decoding: bytes, as: UTF8.self)
      return bytes.count
    }
    outcome.output = text
    return outcome
  }

  private func put(_ text: String, into path: String) async -> StepOutcome {
    var place = "open"
    var outcome = await StepOutcome.of { () async throws(Errno) in
      let descriptor = try await openExisting(path, .writeOnly)
      place = "write"
      let count: Int
      do throws(Errno) { count = try await write(descriptor, Array(text.utf8)) } catch {
        try? await close(descriptor)
        throw error
      }
      try await close(descriptor)
      return count
    }
    if outcome.errno != nil { outcome.failedAt = place }
    return outcome
  }

  private func cat(_ path: String) async -> StepOutcome {
    var place = "open"
    var text: String?
    var outcome = await StepOutcome.of { () async throws(Errno) in
      let descriptor = try await openExisting(path, [])
      place = "read"
      let bytes: [UInt8]
      do throws(Errno) { bytes = try await rest(of: descriptor) } catch {
        try? await close(descriptor)
        throw error
      }
      try await close(descriptor)
      text = String(decoding: bytes, as: UTF8.self)
      return bytes.count
    }
    outcome.output = text
    if outcome.errno != nil { outcome.failedAt = place }
    return outcome
  }

  private func grep(_ text: String, in path: String) async -> StepOutcome {
    var outcome = await cat(path)
    guard let all = outcome.output else { return outcome }
    outcome.returned = nil
    outcome.output = all.split(separator: "\n").filter { $0.contains(text) }
      .map { "\($0)\n" }.joined()
    return outcome
  }

  private func makeNode(_ path: String, _ major: DeviceMajor, _ minor: Int) async -> StepOutcome {
    let number: Int
    switch major {
    case .number(let given): number = given
    case .registered(let name):
      guard let found = await self.major(registeredBy: name) else {
        return .refused("no major \(name)")
      }
      number = found
    }
    try? await unlink(path)
    var outcome = await StepOutcome.of { () async throws(Errno) in
      try await mknod(path, major: number, minor: minor)
      return 0
    }
    outcome.major = number
    return outcome
  }

  private func major(registeredBy name: String) async -> Int? {
    let text = await cat("/proc/devices").output ?? ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, words[1] == name { return Int(words[0]) }
    }
    return nil
  }

  private func describe(_ path: String) async -> StepOutcome {
    var status: FileStatus?
    var outcome = await StepOutcome.of { () async throws(Errno) in
      status = try await self.status(of: path)
      return 0
    }
    guard let status else { return outcome }
    var type = 0o100000
    if case .characterDevice(let major, let minor) = status.kind {
      type = 0o020000
      outcome.device = "\(major):\(minor)"
    } else if status.kind == .folder {
      type = 0o040000
    }
    outcome.mode = String(type | status.permissions, radix: 8)
    return outcome
  }
}
