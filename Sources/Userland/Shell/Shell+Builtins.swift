internal import SimKernel

/// Commands that the shell executes itself.
enum Builtin: String, CaseIterable {
  case wait, kill, exit, cd, export, unset, jobs, read
  case `break`, `continue`
  case nothing = ":"
}

extension Shell {
  /// Executes a builtin; returns its status.
  func execute(_ builtin: Builtin, _ arguments: [String], _ system: SystemCalls) async -> Int {
    switch builtin {
    case .nothing: return 0
    case .wait: return await wait(arguments, system)
    case .jobs: return await listJobs(system)
    case .read: return await read(arguments, system)
    case .break, .continue: return await leave(builtin, arguments, system)
    case .kill: return await kill(arguments, system)
    case .cd: return await enter(arguments, system)
    case .export:
      for argument in arguments {
        if let sign = argument.firstIndex(of: "="), ShellWord.isName(String(argument[..<sign])) {
          variables[String(argument[..<sign])] = String(argument[argument.index(after: sign)...])
        }
      }
      return 0
    case .unset:
      for argument in arguments { variables[argument] = nil }
      return 0
    case .exit:
      isOver = true
      return arguments.first.flatMap(Int.init).map { $0 & 0xff } ?? lastStatus
    }
  }

  /// `cd`: home without a folder, back with `-`.
  private func enter(_ arguments: [String], _ system: SystemCalls) async -> Int {
    let before = system.workingFolder
    let target = arguments.first ?? variables["HOME"] ?? "/root"
    let folder = target == "-" ? variables["OLDPWD"] ?? before : target
    do throws(Errno) { try await system.changeFolder(folder) } catch {
      await system.print(dialect.cannotEnter(folder, error), to: 2)
      return 1
    }
    variables["OLDPWD"] = before
    if target == "-" { await system.print(folder, to: 1) }
    return 0
  }

  /// Waits for the jobs named, or for all; the status is that of the last one named.
  private func wait(_ arguments: [String], _ system: SystemCalls) async -> Int {
    if arguments.isEmpty {
      for job in jobs.jobs {
        for pid in job.pids { _ = await wait(for: pid, system) }
      }
      return 0
    }
    var status = 0
    for argument in arguments {
      guard let job = jobs.job(argument) else {
        let reason =
          argument.hasPrefix("%")
          ? "\(argument): no such job"
          : "pid \(argument) is not a child of this shell"
        await system.print(dialect.line("wait: \(reason)"), to: 2)
        status = 127
        continue
      }
      for pid in job.pids { status = await wait(for: pid, system) }
    }
    return status
  }

  private func wait(for pid: Int, _ system: SystemCalls) async -> Int {
    let process = machine.kernel.processTable.first { $0.pid == pid }
    do throws(Errno) { try await system.waitUntilEnded(pid) } catch { return 127 }
    let status = process?.exitStatus ?? 0
    return status & 0x7f == 0 ? status >> 8 : 128 + status & 0x7f
  }

  private func kill(_ arguments: [String], _ system: SystemCalls) async -> Int {
    var arguments = arguments[...]
    var signal = Signal.SIGTERM
    if let option = arguments.first, option.hasPrefix("-") {
      arguments.removeFirst()
      guard let number = SignalText.number(String(option.dropFirst())) else {
        await system.print(
          dialect.line("kill: \(option): invalid signal specification"), to: 2)
        return 1
      }
      signal = number
    }
    if arguments.isEmpty {
      await system.print("kill: usage: kill [-signal] pid | %job ...", to: 2)
      return 1
    }
    var status = 0
    for argument in arguments where !(await send(signal, to: argument, system)) { status = 1 }
    return status
  }

  private func send(_ signal: Int, to argument: String, _ system: SystemCalls) async -> Bool {
    let isJob = argument.hasPrefix("%")
    guard let pids = isJob ? jobs.job(argument)?.pids : Int(argument).map({ [$0] }) else {
      let reason = isJob ? "no such job" : "no such pid"
      await system.print(dialect.line("kill: \(argument): \(reason)"), to: 2)
      return false
    }
    // A job is a group of processes: what a list has started ends with it.
    let started = machine.kernel.processTable.filter { child in
      isJob && pids.contains(child.parentPID) && child.exitStatus == nil
    }
    for pid in pids + started.map(\.pid) {
      do throws(Errno) { try await system.kill(pid, signal) } catch {
        await system.print(dialect.line("kill: (\(pid)) - \(error)"), to: 2)
        return false
      }
    }
    return true
  }
}
