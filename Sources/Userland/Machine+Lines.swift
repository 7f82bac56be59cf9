public import SimKernel

extension Machine {
  /// Has a shell execute a line, and returns what it wrote, errors included, and its exit status.
  ///
  /// The shell is a child of the process that calls, started as `sh -c '(LINE) 2>&1'`. The call waits
  /// until everybody who could still write has ended; a shell that died of a signal has 128 and its
  /// number for a status.
  ///
  /// - Throws: `EMFILE`, `ENOMEM`, or `EINTR` where a signal came.
  public func output(
    of line: String, by system: SystemCalls
  ) async throws(Errno) -> (text: String, status: Int) {
    allowCommands()
    let pipe = try await system.pipe()
    let words = ["sh", "-c", "(\(line)) 2>&1"]
    let shell = Shell(machine: self)
    let process = try shell.spawn("sh", system) { child in
      do throws(Errno) {
        try await child.close(pipe.reading)
        try await child.move(pipe.writing, to: 1)
      } catch { return 1 }
      return await shell.obey(words[2], child)
    }
    commandLines[process.pid] = words
    try await system.close(pipe.writing)
    let bytes = try await system.rest(of: pipe.reading)
    try await system.close(pipe.reading)
    let status = try await system.wait(for: process.pid)
    let signal = status & 0x7f
    return (String(decoding: bytes, as: UTF8.self), signal == 0 ? status >> 8 : 128 + signal)
  }
}
