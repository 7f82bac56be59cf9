/// What taints a kernel: a module whose source nobody can look at.
extension Kernel {
  /// What the taint field of an oops says.
  ///
  /// C: `print_tainted`.
  var taintText: String {
    guard taint != 0 else { return "Not tainted" }
    return "Tainted: \(taint & 1 != 0 ? "P" : "G")\(taint & 2 != 0 ? "F" : " ")"
  }
}
