/// Numbers that root can set under `/proc/sys/kernel`.
///
/// C: `kern_table` (`kernel/sysctl.c`).
struct KernelSettings {
  /// Whether an oops stops the machine, if not 0.
  ///
  /// C: `panic_on_oops`.
  var panicOnOops: Int

  init(_ configuration: KernelConfiguration) {
    panicOnOops = configuration.panicsOnOops ? 1 : 0
  }
}
