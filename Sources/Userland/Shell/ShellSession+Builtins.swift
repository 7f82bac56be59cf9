internal import SimKernel

/// Commands that the shell executes itself.
enum Builtin: String {
  case exec, wait, kill, exit
}

extension ShellCommand {
  /// What the shell itself does; nil where a program does it.
  var builtin: Builtin? { words.first.flatMap(Builtin.init(rawValue:)) }
}

extension ShellSession {
  func execute(
    _ builtin: Builtin, _ command: ShellCommand, _ system: SystemCalls
  ) async -> Int {
    let arguments = Array(command.words.dropFirst())
    switch builtin {
    case .exec: return await system.apply(command.redirections) ? 0 : 1
    case .wait: return await wait(arguments, system)
    case .kill: return await kill(arguments, system)
    case .exit:
      isOver = true
      return arguments.first.flatMap(Int.init).map { $0 & 0xff } ?? lastStatus
    }
  }

  /// Waits for the jobs named, or for all; the status is that of the last one named.
  private func wait(_ arguments: [String], _ system: SystemCalls) async -> Int {
    if arguments.isEmpty {
      for job in jobs { _ = await wait(for: job.pid, system) }
      return 0
    }
    var status = 0
    for argument in arguments {
      guard let pid = pid(argument), jobs.contains(where: { $0.pid == pid }) else {
        let reason =
          argument.hasPrefix("%")
          ? "\(argument): no such job"
          : "pid \(argument) is not a child of this shell"
        await system.print("bash: wait: \(reason)", to: 2)
        status = 127
        continue
      }
      status = await wait(for: pid, system)
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
      guard let number = Self.signal(String(option.dropFirst())) else {
        await system.print("bash: kill: \(option): invalid signal specification", to: 2)
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
    guard let pid = pid(argument) else {
      let reason = argument.hasPrefix("%") ? "no such job" : "no such pid"
      await system.print("bash: kill: \(argument): \(reason)", to: 2)
      return false
    }
    do throws(Errno) {
      try await system.kill(pid, signal)
      // A job is a group of processes: what a list has started ends with it.
      for child in machine.kernel.processTable
      where argument.hasPrefix("%") && child.parentPID == pid && child.exitStatus == nil {
        try await system.kill(child.pid, signal)
      }
    } catch {
      await system.print("bash: kill: (\(pid)) - \(error)", to: 2)
      return false
    }
    return true
  }

  /// The process that a number, or `%` and the number of a job, stands for.
  private func pid(_ argument: String) -> Int? {
    guard argument.hasPrefix("%") else { return Int(argument) }
    return jobs.first { "%\($0.number)" == argument }?.pid
  }

  /// The number of a signal that is given as a number or as a name, with or without `SIG`.
  private static func signal(_ text: String) -> Int? {
    let name = text.hasPrefix("SIG") ? String(text.dropFirst(3)) : text
    return signalNames[name] ?? Int(text).flatMap { (0...64).contains($0) ? $0 : nil }
  }

  private static let signalNames = [
    "HUP": Signal.SIGHUP, "INT": Signal.SIGINT, "QUIT": Signal.SIGQUIT, "KILL": Signal.SIGKILL,
    "SEGV": Signal.SIGSEGV, "TERM": Signal.SIGTERM,
  ]
}
