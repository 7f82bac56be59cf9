/// The checks of a module that may taint it and the kernel, in one load of 2.6 or 6.1.
///
/// The loader calls them in its own order, prints the messages as they come, and keeps the taints.
///
/// C: `check_modinfo` and `load_module` of `kernel/module/main.c`.
public struct ModuleCheck {
  /// The module's name.
  public let module: String
  /// The kernel's taint.
  public internal(set) var kernel: KernelTaint
  /// The module's own taints.
  public private(set) var taints: TaintFlags = []
  private let say: (KernelMessage) -> Void

  /// Begins with a module that has no taint yet.
  public init(
    module: String, kernel: KernelTaint, say: @escaping (KernelMessage) -> Void
  ) {
    self.module = module
    self.kernel = kernel
    self.say = say
  }

  /// Taints module and kernel.
  ///
  /// C: `add_taint_module`.
  mutating func add(_ flag: TaintFlags, unreliableLocks: Bool = false) {
    let messages = kernel.add(flag, unreliableLocks: unreliableLocks)
    messages.forEach(say)
    taints.formUnion(flag)
  }

  /// A message of this module, with its name before it.
  func say(_ text: String, _ level: LogLevel) { say(KernelMessage("\(module): \(text)", level)) }

  /// Takes a module all the same, though something about it is not right.
  ///
  /// C: `try_to_force_load` of 6.1.
  /// - Parameters:
  ///   - reason: What is not right: `bad vermagic`, `module_layout`.
  ///   - isAllowed: `CONFIG_MODULE_FORCE_LOAD`.
  /// - Throws: `ENOEXEC` where `CONFIG_MODULE_FORCE_LOAD` is not set.
  public mutating func forceLoad(_ reason: String, isAllowed: Bool) throws(Errno) {
    guard isAllowed else { throw .ENOEXEC }
    if !kernel.contains(.forcedModule) { say("\(reason): kernel tainted.", .warning) }
    add(.forcedModule, unreliableLocks: true)
  }

  /// Looks where the module comes from.
  ///
  /// C: the `intree` entry of its modinfo, of 6.1.
  public mutating func checkOrigin(isInTree: Bool) {
    guard !isInTree else { return }
    if !kernel.contains(.outOfTree) {
      say("loading out-of-tree module taints kernel.", .warning)
    }
    add(.outOfTree)
  }

  /// Looks at the licence.
  ///
  /// C: `set_license`.
  public mutating func checkLicense(_ license: String, _ rules: LicenseRules) {
    guard !rules.isCompatible(license) else { return }
    if !kernel.contains(.proprietaryModule) {
      say("module license '\(LicenseRules.name(of: license))' taints kernel.", .warning)
    }
    add(.proprietaryModule, unreliableLocks: true)
  }

  /// Looks at the signature, where `CONFIG_MODULE_SIG` is set.
  ///
  /// It is reported once in a boot.
  ///
  /// C: the `sig_ok` part of `load_module`, of 6.1.
  public mutating func checkSignature(isValid: Bool) {
    guard !isValid else { return }
    if !kernel.hasReportedSignature {
      kernel.hasReportedSignature = true
      say(
        "module verification failed: signature and/or required key missing - tainting kernel",
        .notice)
    }
    add(.unsigned)
  }

  /// Notes exports without versions, each time.
  mutating func missExportedVersions() {
    say("No versions for exported symbols. Tainting kernel.", .warning)
    add(.forcedModule)
  }

  /// The module uses symbols of a proprietary one; the kernel is tainted by that one already.
  ///
  /// C: `inherit_taint` of 6.1.
  mutating func inheritProprietary() { taints.formUnion(.proprietaryModule) }
}
