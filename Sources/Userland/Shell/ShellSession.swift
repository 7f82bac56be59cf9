internal import SimKernel

/// A shell that is told, line by line, what to do.
///
/// C: what `bash` does at a terminal.
final class ShellSession {
  /// A command that runs in the background.
  struct Job {
    let number: Int
    let pid: Int
    let text: String
  }

  let machine: Machine
  private let lines: [String]
  private(set) var jobs: [Job] = []
  private(set) var lastStatus = 0
  var isOver = false
  /// Whether no line is left to execute.
  private(set) var isComplete = false

  /// Makes a shell; one that was split off from another knows the jobs of that one.
  init(machine: Machine, lines: [String], jobs: [Job] = []) {
    self.machine = machine
    self.lines = lines
    self.jobs = jobs
  }

  /// Executes every line without a terminal: nothing is typed, and no job is spoken of.
  ///
  /// Returns the shell's exit status.
  func obey(_ system: SystemCalls) async -> Int {
    for line in lines where !isOver { await execute(line, system) }
    return lastStatus
  }

  /// Executes every line.
  ///
  /// Returns the shell's exit status.
  func run(_ system: SystemCalls) async -> Int {
    for line in lines {
      guard !isOver else { break }
      guard await waitForTyping(system) else { return lastStatus }
      await reportEndedJobs(system)
      echo(line)
      machine.kernel.record(.command(line))
      await execute(line, system)
    }
    isComplete = true
    guard await waitForTyping(system) else { return lastStatus }
    await reportEndedJobs(system)
    return lastStatus
  }

  /// Nobody types a line in no time: at least one tick passes at each prompt, and what runs in the
  /// background goes on.
  ///
  /// - Returns: False where there is no machine any more to type on.
  private func waitForTyping(_ system: SystemCalls) async -> Bool {
    do throws(Errno) {
      try await system.sleep(ticks: 1)
      return true
    } catch {
      return error == .EINTR
    }
  }

  /// What is typed appears on the terminal, behind a prompt at the start of a line.
  private func echo(_ line: String) {
    let console = machine.kernel.console
    if console.isInLine { console.write("\n") }
    console.write("# \(line)\n")
  }

  private func execute(_ line: String, _ system: SystemCalls) async {
    let commands: [ShellCommand]
    do throws(ShellSyntaxError) {
      var parser = try ShellParser(line)
      commands = try parser.commands()
    } catch {
      await system.print(error.message, to: 2)
      lastStatus = 2
      return
    }
    for list in ShellList.lists(of: commands) where !isOver {
      if list.isInBackground {
        await startJob(list, system)
      } else {
        await execute(list, system)
      }
    }
  }

  /// Executes the commands of a list, as far as the status of each lets the next one run.
  private func execute(_ list: ShellList, _ system: SystemCalls) async {
    var previous: ShellCommand.Separator = .then
    for command in list.commands where !isOver {
      let isSkipped =
        previous == .and && lastStatus != 0 || previous == .or && lastStatus == 0
      if !isSkipped { await execute(command, system) }
      previous = command.separator
    }
  }

  private func execute(_ command: ShellCommand, _ system: SystemCalls) async {
    if let builtin = command.builtin {
      lastStatus = await execute(builtin, command, system)
      return
    }
    do throws(Errno) {
      let process = try start(command, system)
      lastStatus = await report(try await system.wait(for: process.pid), system)
    } catch {
      await failToStart(error, system)
    }
  }

  private func startJob(_ list: ShellList, _ system: SystemCalls) async {
    do throws(Errno) {
      let process = try start(list, system)
      let number = (jobs.last?.number ?? 0) + 1
      jobs.append(Job(number: number, pid: process.pid, text: list.text))
      await system.print("[\(number)] \(process.pid)", to: 1)
      lastStatus = 0
    } catch {
      await failToStart(error, system)
    }
  }

  private func failToStart(_ error: Errno, _ system: SystemCalls) async {
    await system.print("bash: fork: \(error)", to: 2)
    lastStatus = 254
  }

  /// Starts a list in the background: a lone program needs no shell round it.
  private func start(_ list: ShellList, _ system: SystemCalls) throws(Errno) -> SimKernel.Process {
    if list.commands.count == 1, let command = list.commands.first, command.builtin == nil {
      return try start(command, system)
    }
    let shell = ShellSession(machine: machine, lines: [], jobs: jobs)
    return try spawn("bash", system) { child in
      await shell.execute(list, child)
      return shell.lastStatus
    }
  }

  private func start(
    _ command: ShellCommand, _ system: SystemCalls
  ) throws(Errno) -> SimKernel.Process {
    let machine = self.machine
    let name = command.words.first ?? "bash"
    return try spawn(name, system) { child in
      guard await child.apply(command.redirections) else { return 1 }
      guard !command.words.isEmpty else { return 0 }
      guard let program = Program.named(name) else {
        let reason = name.contains("/") ? "No such file or directory" : "command not found"
        await child.print("bash: \(name): \(reason)", to: 2)
        return 127
      }
      return await program.main(
        Invocation(system: child, arguments: Array(command.words.dropFirst()), machine: machine))
    }
  }

  /// Makes a process with the shell's own open files.
  private func spawn(
    _ name: String, _ system: SystemCalls, _ body: @escaping (SystemCalls) async -> Int
  ) throws(Errno) -> SimKernel.Process {
    let files = system.files?.copy() ?? FileTable()
    do throws(Errno) { return try machine.kernel.spawn(name, files: files, body) } catch {
      files.discard()
      throw error
    }
  }

  /// Says how a process ended where that is worth a line, and returns its exit status as the shell
  /// counts it.
  private func report(_ status: Int, _ system: SystemCalls) async -> Int {
    let signal = status & 0x7f
    guard signal != 0 else { return status >> 8 }
    if let text = Self.signalTexts[signal] { await system.print(text, to: 2) }
    return 128 + signal
  }

  private static let signalTexts = [
    Signal.SIGHUP: "Hangup", Signal.SIGQUIT: "Quit", Signal.SIGSEGV: "Segmentation fault",
    Signal.SIGKILL: "Killed", Signal.SIGTERM: "Terminated",
  ]

  /// Before each prompt, a shell says which of its jobs have ended.
  private func reportEndedJobs(_ system: SystemCalls) async {
    for job in jobs {
      let process = machine.kernel.processTable.first { $0.pid == job.pid }
      guard let status = process?.exitStatus else { continue }
      _ = try? await system.wait(for: job.pid)
      let state = Self.state(status)
      let padding = String(repeating: " ", count: max(1, 24 - state.count))
      await system.print("[\(job.number)]\(mark(job))  \(state)\(padding)\(job.text)", to: 1)
      jobs.removeAll { $0.pid == job.pid }
    }
  }

  private static func state(_ status: Int) -> String {
    let signal = status & 0x7f
    guard signal == 0 else {
      return signalTexts[signal] ?? (signal == 2 ? "Interrupt" : "Signal \(signal)")
    }
    return status == 0 ? "Done" : "Exit \(status >> 8)"
  }

  /// The newest job is the current one, the one before it is the previous one.
  private func mark(_ job: Job) -> String {
    if job.pid == jobs.last?.pid { return "+" }
    return job.pid == jobs.dropLast().last?.pid ? "-" : " "
  }
}
