/// What has gone wrong on a machine since it was booted.
struct FaultHistory {
  /// How many oopses there have been.
  ///
  /// C: `die_counter`.
  var count = 0
  /// The registers of the first of them.
  ///
  /// C: `exec_summary_regs`.
  var first: RegisterDump?
  /// The module that was removed last, with its taints at that time.
  ///
  /// C: `last_unloaded_module`.
  var lastUnloaded: LinkedModules.Entry?
}
