/// What taints a kernel. Every taint goes through here or through ``ModuleLink``.
extension Kernel {
  /// What the taint field of an oops says.
  ///
  /// C: `print_tainted`.
  var taintText: String { taint.text }

  /// Taints the kernel, if its generation knows such a taint, and says what is to be said.
  ///
  /// Any context. C: `add_taint`; `unreliableLocks` is `LOCKDEP_NOW_UNRELIABLE`.
  func addTaint(_ flag: TaintFlags, unreliableLocks: Bool = false) {
    for message in taint.add(flag, unreliableLocks: unreliableLocks) {
      printk(message.text + "\n", message.level)
    }
  }
}
