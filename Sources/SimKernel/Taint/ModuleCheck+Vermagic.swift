extension ModuleCheck {
  /// What a generation does with a module that says nothing of its kernel.
  public enum MissingVermagic: Sendable, Hashable {
    /// 2.6.24: taints.
    case taints
    /// 6.1: takes it by force, where that is allowed.
    case forces(isAllowed: Bool)
  }

  /// Compares what the module was compiled for with what this kernel is.
  ///
  /// C: the first part of `check_modinfo`.
  /// - Parameters:
  ///   - vermagic: What the module says; nil if nothing, or `MODULE_INIT_IGNORE_VERMAGIC`.
  ///   - kernel: What it should say.
  ///   - ignoresRelease: Whether the kernel's release is not compared.
  ///   - missing: What is done where it says nothing.
  /// - Throws: `ENOEXEC`.
  public mutating func checkVermagic(
    _ vermagic: Vermagic?, against kernel: Vermagic, ignoresRelease: Bool,
    missing: MissingVermagic
  ) throws(Errno) {
    guard let vermagic else {
      switch missing {
      case .taints:
        add(.forcedModule)
        say("no version magic, tainting kernel.", .warning)
      case .forces(let isAllowed): try forceLoad("bad vermagic", isAllowed: isAllowed)
      }
      return
    }
    guard kernel.accepts(vermagic, ignoresRelease: ignoresRelease) else {
      say("version magic '\(vermagic.text)' should be '\(kernel.text)'", .error)
      throw .ENOEXEC
    }
  }
}
