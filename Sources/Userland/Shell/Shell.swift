internal import SimKernel

/// A shell in one process: what it remembers, and what it does with a line.
///
/// C: what `bash` does, or the `sh` of busybox.
final class Shell {
  let machine: Machine
  let jobs: JobTable
  var variables: [String: String] = [:]
  /// What `$1`, `$2` and so on stand for.
  var arguments: [String] = []
  /// How the last command ended: `$?`.
  var lastStatus = 0
  /// Whether it was told to exit.
  var isOver = false
  /// How many loops it is in, and the way out of them that it is on.
  var loopDepth = 0
  var leap: Leap?
  /// Whether nobody types: it was started for one line, and says nothing of its jobs.
  private(set) var isForOneLine = false
  /// How many shells it lies inside of.
  private(set) var depth = 0

  init(machine: Machine) {
    self.machine = machine
    jobs = JobTable()
  }

  /// A shell that was split off from another: it knows what that one knew.
  init(from parent: Shell) {
    machine = parent.machine
    jobs = JobTable(parent.jobs)
    variables = parent.variables
    arguments = parent.arguments
    lastStatus = parent.lastStatus
    depth = parent.depth + 1
  }

  var dialect: ShellDialect { machine.tools.shell }

  /// Shells inside of shells that a line can ask for.
  private static let deepest = 50

  /// Executes lines one after the other, without a terminal; returns the exit status.
  func obey(_ lines: [String], _ system: SystemCalls) async -> Int {
    for line in lines where !isOver { await execute(line, system) }
    return lastStatus
  }

  /// Executes the one line that a shell is started for; returns the exit status.
  ///
  /// A line that is nothing but `( … )` needs no other shell: this one ends with it anyway.
  func obey(_ line: String, _ system: SystemCalls) async -> Int {
    isForOneLine = true
    guard let script = await script(of: line, system) else { return lastStatus }
    if case .subshell(let body, let redirections)? = script.onlyCommand {
      guard let resolved = await resolve(redirections, system),
        await system.apply(resolved, dialect)
      else { return 1 }
      await execute(body, system)
    } else {
      await execute(script, system)
    }
    return lastStatus
  }

  /// Executes a line.
  func execute(_ line: String, _ system: SystemCalls) async {
    if let script = await script(of: line, system) { await execute(script, system) }
  }

  /// What a line asks for; nil, after a message, where it is no command.
  private func script(of line: String, _ system: SystemCalls) async -> ShellScript? {
    guard depth < Self.deepest else {
      await complain(dialect.message(.tooDeep), status: 2, system)
      return nil
    }
    do throws(ShellSyntaxError) {
      var parser = try ShellParser(line)
      return try parser.script()
    } catch {
      await complain(dialect.message(error), status: 2, system)
      return nil
    }
  }

  func execute(_ script: ShellScript, _ system: SystemCalls) async {
    for list in script.lists where !isStopping {
      if list.isInBackground {
        await startJob(list, system)
      } else {
        await execute(list, system)
      }
    }
  }

  /// Executes the pipelines of a list, as far as the status of each lets the next one run.
  func execute(_ list: ShellList, _ system: SystemCalls) async {
    for item in list.items where !isStopping {
      switch item.condition {
      case .afterSuccess where lastStatus != 0, .afterFailure where lastStatus == 0: continue
      default: await execute(item.pipeline, system)
      }
    }
  }

  private func execute(_ pipeline: ShellPipeline, _ system: SystemCalls) async {
    if pipeline.commands.count == 1 {
      await execute(pipeline.commands[0], system)
    } else {
      let started = await start(pipeline.commands, system)
      lastStatus = await wait(for: started, system)
    }
    if pipeline.isNegated { lastStatus = lastStatus == 0 ? 1 : 0 }
  }

  private func execute(_ command: ShellCommand, _ system: SystemCalls) async {
    guard machine.takeCommand() else {
      await complain(dialect.line(Machine.commandsAreUsedUp), status: 1, system)
      isOver = true
      return
    }
    switch command {
    case .simple(let simple): await execute(simple, system)
    case .subshell(let script, let redirections):
      await run(
        in: { () throws(Errno) in
          try self.startShell(redirections, system) { shell, child in
            await shell.execute(script, child)
          }
        }, system)
    case .group(let script, let redirections):
      await redirected(redirections, system) { await self.execute(script, system) }
    case .loop(let variable, let words, let body, let redirections):
      await redirected(redirections, system) {
        await self.loop(variable, words, body, system)
      }
    case .repetition(let isUntil, let condition, let body, let redirections):
      await redirected(redirections, system) {
        await self.loop(isUntil: isUntil, condition, body, system)
      }
    case .choice(let branches, let otherwise, let redirections):
      await redirected(redirections, system) {
        await self.choose(branches, otherwise, system)
      }
    }
  }

  private func choose(
    _ branches: [ShellBranch], _ otherwise: ShellScript, _ system: SystemCalls
  ) async {
    for branch in branches {
      await execute(branch.condition, system)
      if isStopping { return }
      if lastStatus == 0 { return await execute(branch.body, system) }
    }
    lastStatus = 0
    await execute(otherwise, system)
  }

  func complain(_ text: String, status: Int, _ system: SystemCalls) async {
    await system.print(text, to: 2)
    lastStatus = status
  }
}
