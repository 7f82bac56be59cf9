internal import ConformanceReplay
internal import SimKernel
internal import Userland

extension Job {
  /// The system calls that an operation of a recording consists of.
  init(_ operation: ConformanceReplay.Operation) {
    self.init { system, desk in
      switch operation {
      case .finitModule(let file, let parameters, let ignored):
        await StepOutcome.of { () async throws(Errno) in
          try await system.load(file, parameters, ignoring: ignored, desk)
        }
      case .initModule(let file, let parameters):
        await StepOutcome.of { () async throws(Errno) in
          try await system.load(file, parameters, ignoring: [], desk)
        }
      case .deleteModule(let name, let flags):
        await StepOutcome.of { () async throws(Errno) in
          try await system.deleteModule(
            name, flags: SimKernel.RemovalFlags(rawValue: flags.rawValue))
          return 0
        }
      case .setUser(let id):
        await StepOutcome.of { () async throws(Errno) in
          try await system.setUserID(id)
          return 0
        }
      case .shell(let line): await system.runShell(line, desk)
      case .startThread: StepOutcome.refused("no threads")
      default: await system.perform(onFile: operation, desk)
      }
    }
  }
}

extension SystemCalls {
  /// `finit_module`, `init_module`.
  fileprivate func load(
    _ path: String, _ parameters: String, ignoring flags: ModuleInitFlags, _ desk: Desk
  ) async throws(Errno) -> Int {
    let file = try await desk.machine.moduleFile(at: path, self)
    try await initModule(
      file: file, arguments: parameters, flags: LoadFlags(rawValue: flags.rawValue))
    return 0
  }

  /// A line for the shell, as `popen` runs it, its errors with its output.
  fileprivate func runShell(_ line: String, _ desk: Desk) async -> StepOutcome {
    var outcome = StepOutcome()
    do throws(Errno) {
      let pipe = try await pipe()
      let shell = try desk.machine.start(
        ["sh", "-c", "(\(line)) 2>&1"], files: files?.copy() ?? FileTable()
      ) { child in
        _ = try? await child.dup2(pipe.writing, 1)
        try? await child.close(pipe.writing)
        try? await child.close(pipe.reading)
      }
      try await close(pipe.writing)
      outcome.output = String(decoding: try await rest(of: pipe.reading), as: UTF8.self)
      try await close(pipe.reading)
      outcome.exitStatus = try await wait(for: shell.pid) >> 8
    } catch {
      return .refused("the shell does not start: \(error)")
    }
    return outcome
  }

  /// All that is left to read from a descriptor.
  func rest(of descriptor: Int) async throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    while case let part = try await read(descriptor, count: 4096), !part.isEmpty { bytes += part }
    return bytes
  }
}

extension StepOutcome {
  /// A call's value, or its error as the C library gives it: a return value between -4095 and -1 is
  /// an error's number, any other is the call's own.
  static func of(_ call: () async throws(Errno) -> Int) async -> StepOutcome {
    var outcome = StepOutcome()
    do throws(Errno) {
      outcome.returned = try await call()
    } catch {
      let isErrno = (1...4095).contains(error.rawValue)
      outcome.returned = isErrno ? -1 : 0 &- error.rawValue
      outcome.errno = isErrno ? error.rawValue : nil
    }
    return outcome
  }

  /// A step that the worker could not carry out.
  static func refused(_ reason: String) -> StepOutcome {
    var outcome = StepOutcome()
    outcome.refusal = reason
    return outcome
  }
}
