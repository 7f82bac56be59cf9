/// Numbers that root can set under `/proc/sys/kernel`.
///
/// C: `kern_table` (`kernel/sysctl.c`).
struct KernelSettings {
  /// Whether an oops stops the machine, if not 0.
  ///
  /// C: `panic_on_oops`.
  var panicOnOops: Int
  /// Whether no module can be loaded or removed any more, if not 0; it cannot be taken back.
  ///
  /// C: `modules_disabled`.
  var modulesDisabled = 0
  /// Seconds after which a process in uninterruptible sleep is reported; 0 for never.
  ///
  /// C: `sysctl_hung_task_timeout_secs`.
  var hungTaskTimeout = 120

  init(_ configuration: KernelConfiguration) {
    panicOnOops = configuration.panicsOnOops ? 1 : 0
  }
}
