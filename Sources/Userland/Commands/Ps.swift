internal import SimKernel

extension Program {
  /// Shows the processes of the terminal with their states, as `ps -o pid,stat,comm` does.
  static let ps = Program(name: "ps") { invocation in
    let system = invocation.system
    await system.print("  PID STAT COMMAND", to: 1)
    for process in invocation.machine.kernel.processTable where process.pid != 1 {
      let pid = String(repeating: " ", count: max(0, 5 - String(process.pid).count))
      let state = process.state.rawValue + "    "
      let suffix = process.state == .zombie ? " <defunct>" : ""
      await system.print("\(pid)\(process.pid) \(state)\(process.name)\(suffix)", to: 1)
    }
    return 0
  }
}
