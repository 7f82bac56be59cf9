/// How `insmod` of 2.2 and 2.4 compares the kernel's version with the module's.
///
/// C: `kernel_version` in the modinfo; `INSMOD_MAIN` of modutils.
public enum KernelVersionCheck {
  /// What it has to say of a module for another version; nil where the versions are the same, or
  /// both have versions in their symbols' names, which tell more.
  ///
  /// - Parameters:
  ///   - file: The module's file, as it was typed.
  ///   - module: The version that it was compiled for.
  ///   - kernel: The version that runs.
  ///   - bothVersioned: Whether both were built with `CONFIG_MODVERSIONS`.
  ///   - isForced: `insmod -f`.
  /// - Returns: The text; with `insmod -f` it is a warning, `Warning: ` stands before it, and it
  ///   has no point at its end.
  public static func mismatch(
    file: String, module: String, kernel: String, bothVersioned: Bool, isForced: Bool
  ) -> String? {
    guard !bothVersioned, module != kernel else { return nil }
    let text =
      "kernel-module version mismatch\n"
      + "\t\(file) was compiled for kernel version \(module)\n"
      + "\twhile this kernel is version \(kernel)"
    return isForced ? "Warning: \(text)" : "\(text)."
  }
}
