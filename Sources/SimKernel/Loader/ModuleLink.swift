/// One load of a module by the kernel, as far as trust and symbols are concerned: the loader asks at
/// the right moments, and keeps the references.
///
/// C: `struct load_info` of 6.1, and the checks of `load_module`.
final class ModuleLink {
  /// What the module needs, in its file's order.
  let imports: [ModuleImport]
  private let image: ModuleImage
  private let kernel: Kernel
  private var resolver: SymbolResolver
  private var module: ModuleRecord?

  /// Judges a file, before any memory is given to the module.
  ///
  /// C: `module_sig_check`, `check_modstruct_version`, `check_modinfo`.
  /// - Throws: `ENOEXEC`, `EKEYREJECTED`, `EPERM`.
  init(
    _ image: ModuleImage, _ rules: SymbolRules, flags: LoadFlags, on kernel: Kernel
  ) throws(Trap) {
    self.image = image
    self.kernel = kernel
    imports = image.imports
    let check = ModuleCheck(module: image.name.endingAtNUL, kernel: kernel.taint) { message in
      kernel.say(message)
    }
    let hasVersions = image.versions != .missing && !flags.contains(.ignoreVersions)
    resolver = SymbolResolver(rules, check, hasVersions: hasVersions)
    do throws(Errno) {
      try resuming { () throws(Errno) in try judge(flags) }
    } catch {
      throw .errno(error)
    }
  }

  private func judge(_ flags: LoadFlags) throws(Errno) {
    let linking = kernel.version.linking
    try signaturePolicy.check(isSigned: image.isSigned, command: kernel.current.name) { message in
      kernel.say(message)
    }
    try resolver.checkLayout(image.layoutImports(resolver.rules.layoutSymbol), in: kernel)
    let isSilent = flags.contains(.ignoreMagic)
    let comparesNoRelease =
      resolver.rules.hasVersions && (resolver.hasVersions || !linking.judgesFileFirst)
    try resolver.check.checkVermagic(
      isSilent ? nil : image.vermagic(for: kernel.vermagic), against: kernel.vermagic,
      ignoresRelease: comparesNoRelease,
      missing: linking.judgesFileFirst
        ? .forces(isAllowed: resolver.rules.allowsForcedLoad) : .taints)
    guard linking.judgesFileFirst else { return }
    resolver.check.checkOrigin(isInTree: image.isInTree)
    resolver.check.checkLicense(image.licenseText, linking.licenses)
  }

  private var signaturePolicy: SignaturePolicy {
    let configuration = kernel.version.configuration
    if !configuration.checksSignatures { return .unchecked }
    if configuration.requiresSignatures { return .enforced }
    return configuration.isLockedDown ? .lockedDown : .tainting
  }

  /// Goes on once the module has memory and its name is its own.
  ///
  /// C: what `load_module` does after `add_unformed_module` of 6.1; `set_license` of 2.6.
  func begin(_ module: ModuleRecord) {
    self.module = module
    let linking = kernel.version.linking
    resuming {
      if !linking.judgesFileFirst {
        resolver.check.checkLicense(image.licenseText, linking.licenses)
      } else if kernel.version.configuration.checksSignatures {
        resolver.check.checkSignature(isValid: image.isSigned)
      }
    }
  }

  /// Looks for a symbol; nothing is said of one that is missing, and no reference is taken.
  ///
  /// C: `resolve_symbol`.
  func find(_ wanted: ModuleImport) -> SymbolResolver.Answer {
    resuming { resolver.resolve(wanted, in: kernel) }
  }

  /// Says that a symbol could not be had; nil where that is no failure.
  func conclude(_ wanted: ModuleImport, _ answer: SymbolResolver.Answer) -> Errno? {
    resolver.conclude(wanted, answer)
  }

  /// Says that the owner of a symbol took too long to come.
  func gaveUpWaiting(for owner: String) { resolver.gaveUpWaiting(for: owner) }

  /// Notes that a module's exports have no versions, in a kernel that has them.
  ///
  /// C: `load_module` of 2.6.
  func checkExportedVersions(of module: ModuleRecord) {
    let rules = resolver.rules
    guard rules.taintsForMissingVersion, rules.hasVersions, image.versions == .missing,
      !module.exports.isEmpty
    else { return }
    resuming { resolver.check.missExportedVersions() }
  }

  /// Refuses exports that somebody has already.
  ///
  /// C: `verify_exported_symbols`. Throws `ENOEXEC`.
  func checkDuplicates(of module: ModuleRecord) throws(Trap) {
    do throws(Errno) {
      try kernel.checkDuplicates(of: module.exports, by: module.name) { message in
        kernel.say(message)
      }
    } catch {
      throw .errno(error)
    }
  }

  /// Lets the checks go on from what the kernel has been tainted with by now, and keeps what they add.
  private func resuming<Value, Failure>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    resolver.check.kernel = kernel.taint
    defer {
      kernel.taint = resolver.check.kernel
      module?.taints = resolver.check.taints
    }
    return try body()
  }
}
