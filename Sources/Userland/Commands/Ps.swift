internal import SimKernel

extension Program {
  /// Shows the processes.
  ///
  /// That of the GNU system shows those of the terminal with their states, as `ps -o pid,stat,comm`
  /// does; that of busybox 1.35 shows all of them, with whose they are and how they were started.
  static let ps = Program(name: "ps") { invocation in
    let system = invocation.system
    let isBusybox = invocation.machine.tools.isBusybox
    await system.print(isBusybox ? "PID   USER     COMMAND" : "  PID STAT COMMAND", to: 1)
    for process in invocation.machine.kernel.processTable {
      let pid = String(process.pid).leftPadded(5)
      if isBusybox {
        let user = String(process.userID).padded(8)
        await system.print("\(pid) \(user) \(invocation.machine.command(of: process))", to: 1)
      } else if process.pid != 1 {
        let state = process.state.rawValue.padded(5)
        let suffix = process.state == .zombie ? " <defunct>" : ""
        await system.print("\(pid) \(state)\(process.name)\(suffix)", to: 1)
      }
    }
    return 0
  }
}

extension Machine {
  /// How a process was started, as busybox shows it: its words, after its name in braces where that
  /// is another; its name in brackets where it has none, as a thread of the kernel, or none left.
  fileprivate func command(of process: SimKernel.Process) -> String {
    guard process.exitStatus == nil, let words = commandLines[process.pid], let first = words.first
    else { return "[\(process.name)]" }
    let text = words.joined(separator: " ")
    let isOwn = FilePath.name(first).drop { $0 == "-" } == process.name
    return isOwn ? text : "{\(process.name)} \(text)"
  }
}
