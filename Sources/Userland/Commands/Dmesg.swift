internal import SimKernel

extension Program {
  /// Prints the kernel's log; `-c` empties it, `-n LEVEL` sets what appears on the console.
  static let dmesg = Program(name: "dmesg") { invocation in
    let system = invocation.system
    let kernel = invocation.machine.kernel
    switch invocation.arguments.first {
    case "-n":
      guard invocation.arguments.count == 2, let level = Int(invocation.arguments[1]),
        (1...8).contains(level)
      else {
        await system.print("usage: dmesg [-c] [-n level] [-s bufsize]", to: 2)
        return 1
      }
      kernel.setConsoleLevel(level)
      return 0
    case nil, "-c":
      for line in kernel.logLines { await system.print(line.text, to: 1) }
      if !invocation.arguments.isEmpty { kernel.clearLog() }
      return 0
    default:
      await system.print("usage: dmesg [-c] [-n level] [-s bufsize]", to: 2)
      return 1
    }
  }
}
