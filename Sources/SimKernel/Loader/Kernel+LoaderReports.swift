extension Kernel {
  /// Notes that a module was removed by force; 6.1 says once that lock debugging ends.
  ///
  /// C: `add_taint(TAINT_FORCED_RMMOD)`.
  func taintForcedRemoval(saysSo: Bool) {
    if saysSo, taint & Int(TaintFlags.forcedRemoval.rawValue) == 0 {
      printk("Disabling lock debugging due to kernel taint\n")
    }
    addTaint(.forcedRemoval)
  }
}
