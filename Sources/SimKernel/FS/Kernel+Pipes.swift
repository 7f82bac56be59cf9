/// Reading from and writing to a pipe. C: `fs/pipe.c` of 2.4.
extension Kernel {
  /// The two ends of a new pipe: what is written to the second can be read from the first.
  ///
  /// Any context. C: `do_pipe`.
  func makePipe() -> (reading: File, writing: File) {
    let pipe = Pipe(capacity: version.files.pipeBytes)
    return (
      File(backing: .pipe(pipe), mode: .readOnly), File(backing: .pipe(pipe), mode: .writeOnly)
    )
  }

  /// Reads what is there; sleeps while there is nothing, and somebody could still write.
  ///
  /// Process context, may sleep. C: `pipe_read`.
  ///
  /// - Returns: How many bytes were read; 0 where nobody will ever write again.
  func readPipe(_ pipe: Pipe, _ buffer: UserBuffer) async throws(Trap) -> Int {
    guard buffer.count > 0 else { return 0 }
    while pipe.bytes.isEmpty {
      if pipe.writers == 0 { return 0 }
      try await sleep(on: pipe)
    }
    let part = pipe.bytes.prefix(buffer.count)
    buffer.bytes.replaceSubrange(0..<part.count, with: part)
    pipe.bytes.removeFirst(part.count)
    wake(pipe)
    return part.count
  }

  /// Writes all that is offered; sleeps while there is no room for it, and somebody could still
  /// read.
  ///
  /// Process context, may sleep. C: `pipe_write`.
  ///
  /// - Throws: `EPIPE`, with the signal `SIGPIPE`, where nobody will ever read.
  /// - Returns: How many bytes were taken: fewer only where a signal or the last reader's end came
  ///   between.
  func writePipe(_ pipe: Pipe, _ buffer: UserBuffer) async throws(Trap) -> Int {
    var written = 0
    // A short text is written whole or not at all; of a long one, whatever there is room for.
    let wanted = buffer.count <= Pipe.atomicBytes ? buffer.count : 1
    while written < buffer.count {
      guard pipe.readers > 0 else {
        if written == 0 { try breakPipe() }
        return written
      }
      if pipe.room >= min(wanted, buffer.count - written) {
        let part = buffer.bytes[written...].prefix(pipe.room)
        pipe.bytes += part
        written += part.count
        wake(pipe)
      } else {
        do throws(Trap) { try await sleep(on: pipe) } catch {
          if written > 0 { return written }
          throw error
        }
      }
    }
    return written
  }

  /// Gives one end of a pipe back that no descriptor means any more.
  ///
  /// Any context. C: `pipe_release`.
  func release(_ pipe: Pipe, _ end: File) {
    if end.isReadable { pipe.readers -= 1 }
    if end.isWritable { pipe.writers -= 1 }
    wake(pipe)
  }

  private func breakPipe() throws(Trap) {
    do throws(Errno) { try sendSignal(Signal.SIGPIPE, to: current) } catch { throw .errno(error) }
    throw .errno(.EPIPE)
  }

  /// C: `pipe_wait`.
  private func sleep(on pipe: Pipe) async throws(Trap) {
    let process = current
    guard !process.hasPendingSignal else { throw .errno(.ERESTARTSYS) }
    process.state = .interruptible
    process.sleepingIn = "pipe_wait"
    pipe.sleepers.append(process)
    record(.slept(in: "pipe_wait", interruptible: true))
    await schedule()
    pipe.sleepers.removeAll { $0 === process }
    if isTornDown { throw .errno(.machineIsGone) }
    if process.hasPendingSignal { throw .errno(.ERESTARTSYS) }
  }

  /// C: `wake_up_interruptible(PIPE_WAIT)`.
  private func wake(_ pipe: Pipe) {
    for process in pipe.sleepers { wakeUpProcess(process) }
  }
}
