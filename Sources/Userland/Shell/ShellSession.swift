internal import SimKernel

/// A shell at the terminal, and somebody who types lines.
struct ShellSession {
  let shell: Shell
  let lines: [String]

  /// Executes every line.
  ///
  /// Returns the shell's exit status; `onComplete` is called when no line is left to execute.
  func run(_ system: SystemCalls, onComplete: () -> Void) async -> Int {
    for line in lines {
      guard !shell.isOver else { break }
      guard await waitForTyping(system) else { return shell.lastStatus }
      await shell.reportEndedJobs(system)
      echo(line)
      shell.machine.kernel.record(.command(line))
      await shell.execute(line, system)
    }
    onComplete()
    guard await waitForTyping(system) else { return shell.lastStatus }
    await shell.reportEndedJobs(system)
    return shell.lastStatus
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
    let console = shell.machine.kernel.console
    if console.isInLine { console.write("\n") }
    console.write("# \(line)\n")
  }
}
