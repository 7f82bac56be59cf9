public import Explorer
public import SimKernel

extension Explorer {
  /// Explores a session, on a machine of its own for each schedule.
  ///
  /// Everything before the first line that starts a job with `&` runs once per schedule, in Linux's own
  /// order.
  ///
  /// - Parameters:
  ///   - session: Its lines, as they would be typed; `expect: COMMAND` is what has to succeed in the end.
  ///   - modules: The modules whose object files lie in the current folder.
  ///   - version: Which kernel it runs on.
  ///   - mode: How many processors that has, and whether it can be preempted.
  /// - Returns: What the schedules led to.
  public func explore(
    session: [String], modules: [any Module.Type], on version: KernelVersion = .v2_4,
    mode: SchedulingMode = SchedulingMode()
  ) -> Exploration {
    let program = SessionProgram(
      options: MachineOptions(version, mode), modules: modules, session: ExploredSession(session))
    return explore { program.run($0) }
  }
}
