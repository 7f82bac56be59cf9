internal import SimKernel

/// Starting processes, connecting them, and waiting for them.
extension Shell {
  /// The ends of pipes that a command of a pipeline gets.
  private struct Ends {
    /// Where it reads from; nil for where the shell reads from.
    var input: Int?
    /// The pipe that it writes to; nil for where the shell writes to.
    var output: (reading: Int, writing: Int)?
  }

  /// Executes a command that is no compound.
  func execute(_ command: SimpleCommand, _ system: SystemCalls) async {
    lastStatus = command.words.isEmpty ? 0 : lastStatus
    guard let words = await expand(command.words, system) else { return }
    guard let name = words.first else {
      await set(command.assignments, system)
      if command.redirections.isEmpty { return }
      return await redirected(command.redirections, system) {}
    }
    if name == "exec" {
      return await replace(words, command.redirections, system)
    }
    if let builtin = Builtin(rawValue: name) {
      let arguments = Array(words.dropFirst())
      return await redirected(command.redirections, system) {
        self.lastStatus = await self.execute(builtin, arguments, system)
      }
    }
    await run(in: { () throws(Errno) in try self.startProgram(words, command, system) }, system)
  }

  private func set(_ assignments: [SimpleCommand.Assignment], _ system: SystemCalls) async {
    for assignment in assignments {
      guard let value = await expand(assignment.value, system) else { return }
      variables[assignment.name] = value
    }
  }

  /// `exec`: the redirections stay, and a program takes the place of the shell.
  private func replace(
    _ words: [String], _ redirections: [ShellRedirection], _ system: SystemCalls
  ) async {
    guard let resolved = await resolve(redirections, system) else { return }
    lastStatus = await system.apply(resolved, dialect) ? 0 : 1
    guard lastStatus == 0, words.count > 1 else { return }
    lastStatus = await main(Array(words.dropFirst()), system)
    isOver = true
  }

  /// Starts one process and waits for it.
  func run(
    in start: () throws(Errno) -> SimKernel.Process, _ system: SystemCalls
  ) async {
    let process: SimKernel.Process
    do throws(Errno) { process = try start() } catch {
      return await complain(dialect.cannotFork(error), status: 254, system)
    }
    lastStatus = await wait(for: [process], system)
  }

  /// Starts the commands of a pipeline, each with its ends of the pipes between them.
  ///
  /// Where there is no memory or no descriptor for one, it says so; those before it find nobody who
  /// reads.
  func start(_ commands: [ShellCommand], _ system: SystemCalls) async -> [SimKernel.Process] {
    var started: [SimKernel.Process] = []
    var ends = Ends()
    for (index, command) in commands.enumerated() {
      do throws(Errno) {
        ends.output = index < commands.count - 1 ? try await system.pipe() : nil
        started.append(try await start(command, ends, system))
      } catch {
        await complain(dialect.cannotFork(error), status: 254, system)
        if let output = ends.output { try? await system.close(output.reading) }
      }
      if let input = ends.input { try? await system.close(input) }
      if let output = ends.output { try? await system.close(output.writing) }
      guard started.count == index + 1 else { break }
      ends.input = ends.output?.reading
    }
    return started
  }

  private func start(
    _ command: ShellCommand, _ ends: Ends, _ system: SystemCalls
  ) async throws(Errno) -> SimKernel.Process {
    let connect = { (child: SystemCalls) async in
      do throws(Errno) {
        if let input = ends.input { try await child.move(input, to: 0) }
        guard let output = ends.output else { return }
        try await child.move(output.writing, to: 1)
        try await child.close(output.reading)
      } catch {
        // What is not connected cannot be read or written; the program will say so.
      }
    }
    if case .simple(let simple) = command, let words = await expand(simple.words, system),
      let name = words.first, Builtin(rawValue: name) == nil, name != "exec"
    {
      return try startProgram(words, simple, system, connect)
    }
    return try startShell([], system) { shell, child in
      await connect(child)
      await shell.execute(ShellScript(lists: [ShellList(command)]), child)
    }
  }

  /// Starts a program in a process of its own.
  func startProgram(
    _ words: [String], _ command: SimpleCommand, _ system: SystemCalls,
    _ connect: @escaping (SystemCalls) async -> Void = { _ in }
  ) throws(Errno) -> SimKernel.Process {
    let name = FilePath.name(words[0])
    let process = try spawn(name, system) { child in
      await connect(child)
      guard let redirections = await self.resolve(command.redirections, child),
        await child.apply(redirections, self.dialect)
      else { return 1 }
      return await self.main(words, child)
    }
    if !machine.tools.runsInShell(words[0]) { machine.commandLines[process.pid] = words }
    return process
  }

  /// Runs a program in the process that calls.
  private func main(_ words: [String], _ system: SystemCalls) async -> Int {
    guard let program = machine.tools.program(words[0]) else {
      await system.print(dialect.notFound(words[0]), to: 2)
      return 127
    }
    return await program.main(
      Invocation(system: system, arguments: Array(words.dropFirst()), machine: machine))
  }

  /// Starts a shell in a process of its own, which knows what this one knows.
  func startShell(
    _ redirections: [ShellRedirection], _ system: SystemCalls,
    _ body: @escaping (Shell, SystemCalls) async -> Void
  ) throws(Errno) -> SimKernel.Process {
    let shell = Shell(from: self)
    return try spawn(dialect.rawValue, system) { child in
      guard let resolved = await shell.resolve(redirections, child),
        await child.apply(resolved, shell.dialect)
      else { return 1 }
      await body(shell, child)
      return shell.lastStatus
    }
  }

  /// Makes a process with the shell's own open files.
  func spawn(
    _ name: String, _ system: SystemCalls, _ body: @escaping (SystemCalls) async -> Int
  ) throws(Errno) -> SimKernel.Process {
    let files = system.files?.copy() ?? FileTable()
    do throws(Errno) {
      let process = try machine.kernel.spawn(name, files: files, body)
      machine.commandLines[process.pid] = machine.commandLines[system.process.pid]
      return process
    } catch {
      files.discard()
      throw error
    }
  }

  /// Waits until processes have ended, says how where that is worth a line, and returns the status
  /// of the last.
  func wait(for processes: [SimKernel.Process], _ system: SystemCalls) async -> Int {
    var result = lastStatus
    for process in processes {
      guard let status = try? await system.wait(for: process.pid) else { continue }
      machine.commandLines[process.pid] = nil
      let signal = status & 0x7f
      result = signal == 0 ? status >> 8 : 128 + signal
      if let text = SignalText.ofForeground(signal) { await system.print(text, to: 2) }
    }
    return result
  }
}

extension ShellList {
  /// A list of one command.
  fileprivate init(_ command: ShellCommand) {
    items = [Item(condition: .always, pipeline: ShellPipeline(commands: [command]))]
  }
}
