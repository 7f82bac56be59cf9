extension KernelConfiguration {
  /// Takes words of the kernel's command line into account; those that it does not know say nothing
  /// about modules.
  ///
  /// C: `early_param`, `__setup` and `module_param` of what is built in.
  public mutating func apply(_ words: [String]) {
    for word in words {
      switch word {
      case "oops=panic": panicsOnOops = true
      case "no_debug_objects": debugsObjects = false
      case "lockdown=integrity", "lockdown=confidentiality": isLockedDown = true
      case "module.sig_enforce", "module.sig_enforce=1", "module.sig_enforce=y":
        requiresSignatures = true
      default: continue
      }
    }
  }
}
