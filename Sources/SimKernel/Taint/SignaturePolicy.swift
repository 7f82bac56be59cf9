/// Whether a kernel takes modules that nobody has signed.
///
/// C: `CONFIG_MODULE_SIG`, `module.sig_enforce` and `lockdown` of 6.1.
public enum SignaturePolicy: Sendable, Hashable {
  /// It does not look. `CONFIG_MODULE_SIG=n`.
  case unchecked
  /// It takes them, and is tainted.
  case tainting
  /// It refuses them: `module.sig_enforce=1`.
  case enforced
  /// It refuses them: `lockdown=integrity`.
  case lockedDown

  /// The first check of a load, before anything is said of the module.
  ///
  /// C: `module_sig_check`.
  /// - Parameters:
  ///   - isSigned: Whether the module has a valid signature.
  ///   - command: The name of the process that loads it.
  ///   - say: Where messages go.
  /// - Throws: `EKEYREJECTED` or `EPERM`, for a module without a valid signature.
  public func check(
    isSigned: Bool, command: String, say: (KernelMessage) -> Void
  ) throws(Errno) {
    guard !isSigned else { return }
    switch self {
    case .unchecked, .tainting: return
    case .enforced:
      say(KernelMessage("Loading of unsigned module is rejected", .notice))
      throw .EKEYREJECTED
    case .lockedDown:
      say(
        KernelMessage(
          "Lockdown: \(command): unsigned module loading is restricted; "
            + "see man kernel_lockdown.7", .notice))
      throw .EPERM
    }
  }
}
