internal import SimKernel

/// Jobs: what runs while the shell goes on.
extension Shell {
  /// Starts a list in the background.
  func startJob(_ list: ShellList, _ system: SystemCalls) async {
    let started = await start(list, system)
    guard !started.isEmpty else { return }
    let job = jobs.add(started.map(\.pid), list.text)
    if depth == 0, !isForOneLine { await system.print("[\(job.number)] \(job.pid)", to: 1) }
    lastStatus = 0
  }

  /// A lone pipeline needs no shell round it.
  private func start(_ list: ShellList, _ system: SystemCalls) async -> [SimKernel.Process] {
    if list.items.count == 1, let pipeline = list.items.first?.pipeline, !pipeline.isNegated {
      return await start(pipeline.commands, system)
    }
    var list = list
    list.isInBackground = false
    do throws(Errno) {
      let foreground = list
      return [
        try startShell([], system) { shell, child in await shell.execute(foreground, child) }
      ]
    } catch {
      await complain(dialect.cannotFork(error), status: 254, system)
      return []
    }
  }

  /// Says which jobs have ended, as a shell does before each prompt.
  func reportEndedJobs(_ system: SystemCalls) async {
    for job in jobs.jobs {
      guard let status = machine.kernel.endStatus(of: job.pids) else { continue }
      for pid in job.pids {
        _ = try? await system.wait(for: pid)
        machine.commandLines[pid] = nil
      }
      let state = Self.state(status)
      let padding = String(repeating: " ", count: max(1, 24 - state.count))
      await system.print(
        "[\(job.number)]\(jobs.mark(job))  \(state)\(padding)\(job.text)", to: 1)
      jobs.remove(job)
    }
  }

  /// Shows what runs in the background, and what has ended since the last prompt; returns a status.
  func listJobs(_ system: SystemCalls) async -> Int {
    for job in jobs.jobs {
      let status = machine.kernel.endStatus(of: job.pids)
      let isRunning = status == nil
      let state = status.map(Self.state) ?? "Running"
      let sign = isRunning && dialect == .bash ? " &" : ""
      await system.print(
        "[\(job.number)]\(jobs.mark(job))  \(state.padded(24))\(job.text)\(sign)", to: 1)
      if !isRunning {
        for pid in job.pids { _ = try? await system.wait(for: pid) }
        jobs.remove(job)
      }
    }
    return 0
  }

  private static func state(_ status: Int) -> String {
    let signal = status & 0x7f
    guard signal == 0 else { return SignalText.ofJob(signal) }
    return status == 0 ? "Done" : "Exit \(status >> 8)"
  }
}

extension Kernel {
  /// How the last of some processes ended; nil while one of them lives.
  fileprivate func endStatus(of pids: [Int]) -> Int? {
    let statuses = processTable.filter { pids.contains($0.pid) }.map(\.exitStatus)
    guard let last = statuses.last, !statuses.contains(where: { $0 == nil }) else { return nil }
    return last
  }
}
