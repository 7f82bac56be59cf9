/// What a step led to on the replayed machine.
struct StepResult {
  /// What came of the operation.
  var outcome = StepOutcome()
  /// The lines that the kernel logged.
  var log: [String] = []
  /// The modules of the session; nil where `/proc/modules` was not to be read or could not be.
  var modules: [String: ModuleState]?
  /// Who could not read `/proc/modules`.
  var modulesUnreadable: TaskState?
}
