/// What `/proc/PID` tells of a process that sleeps.
extension Kernel {
  /// The functions of the scheduler and of what sleeps on its behalf: a process is never said to be
  /// in them.
  ///
  /// C: the section `.sched.text`.
  private static let schedulerText: Set<KernelFunction> = [
    .schedule, .innerSchedule, .switchTo, .scheduleTimeout, .waitForCompletion, .mutexLock,
  ]

  /// The functions that a sleeping process is in, innermost first, those of modules with the module
  /// in brackets.
  ///
  /// C: `/proc/PID/stack` (2.6.29 and later), without offsets.
  public func stack(of process: Process) -> [String] {
    let names = sleepingCode(of: process).map { code in
      code.module.map { "\(code.name) [\($0.name)]" } ?? code.name
    }
    // Of a sleep in a program's own name nothing but the call is modelled.
    let isOfProgram = sleepingCode(of: process).count == version.chains.systemCall.count
    return isOfProgram ? [process.sleepingIn].compactMap(\.self) + names : names
  }

  private func sleepingCode(of process: Process) -> [Code] {
    let hidden = Set(Self.schedulerText.map { version.text[$0].address })
    return Array(
      process.stack.frames.reversed().map(\.code)
        .drop { $0.module == nil && hidden.contains($0.address) })
  }

  /// The function in which a process sleeps; nil while it runs, and once it has ended.
  ///
  /// C: `/proc/PID/wchan`.
  public func waitChannel(of process: Process) -> String? {
    guard process.state == .interruptible || process.state == .uninterruptible else { return nil }
    return stack(of: process).first.map { String($0.prefix { $0 != " " }) }
  }
}
