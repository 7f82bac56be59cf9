internal import SimKernel

extension Program {
  /// Waits for some seconds of virtual time; fractions are allowed.
  static let sleep = Program(name: "sleep") { invocation in
    let system = invocation.system
    guard let argument = invocation.arguments.first else {
      await system.print("sleep: too few arguments", to: 2)
      return 1
    }
    guard let seconds = Double(argument), seconds.isFinite, seconds >= 0, seconds < 1e6 else {
      await system.print("sleep: invalid time interval `\(argument)'", to: 2)
      return 1
    }
    let ticks = (seconds * Double(invocation.machine.kernel.version.hertz)).rounded(.up)
    do throws(Errno) { try await system.sleep(ticks: Int(ticks)) } catch { return 1 }
    return 0
  }
}
