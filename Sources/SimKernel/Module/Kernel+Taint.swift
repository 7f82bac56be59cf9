/// What taints a kernel: a module whose source nobody can look at, and what went wrong since.
extension Kernel {
  /// What the taint field of an oops says.
  ///
  /// C: `print_tainted`.
  var taintText: String {
    version.taints.text(of: TaintFlags(rawValue: UInt32(truncatingIfNeeded: taint)))
  }

  /// Taints the kernel, if the generation knows such a taint.
  ///
  /// Any context. C: `add_taint`.
  func addTaint(_ flag: TaintFlags) {
    guard version.taints.letters.contains(where: { $0.flag == flag }) else { return }
    taint |= Int(flag.rawValue)
  }
}
