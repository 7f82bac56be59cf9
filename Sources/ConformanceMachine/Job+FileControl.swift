internal import ConformanceReplay
internal import SimKernel

extension SystemCalls {
  /// What a worker does with an open file besides reading, writing and closing it.
  func perform(
    onOpenFile operation: ConformanceReplay.Operation, _ desk: Desk
  ) async -> StepOutcome {
    switch operation {
    case .seek(let handle, let offset):
      await StepOutcome.of { () async throws(Errno) in
        try await lseek(desk.descriptor(handle), offset)
      }
    case .ioctl(let handle, let command):
      await StepOutcome.of { () async throws(Errno) in
        try await ioctl(desk.descriptor(handle), UInt32(truncatingIfNeeded: command))
      }
    case .map(let handle):
      await StepOutcome.of { () async throws(Errno) in
        _ = try await mmap(desk.descriptor(handle), length: 4096)
        return 0
      }
    case .duplicate(let handle, let copy):
      await StepOutcome.of { () async throws(Errno) in
        let descriptor = try await dup(desk.descriptor(handle))
        desk.handles[copy] = descriptor
        return descriptor
      }
    case .poll(let handle): await poll(desk, handle)
    default: StepOutcome.refused("no such operation")
    }
  }

  /// `poll` for reading and writing, which returns how many files are ready.
  private func poll(_ desk: Desk, _ handle: String) async -> StepOutcome {
    var outcome = StepOutcome()
    outcome.readyEvents = 0x020
    if let events = try? await poll(desk.descriptor(handle)) {
      // What nobody asked for is not told, but for errors.
      outcome.readyEvents = events.rawValue & 0x03d
    }
    outcome.returned = outcome.readyEvents == 0 ? 0 : 1
    return outcome
  }
}
