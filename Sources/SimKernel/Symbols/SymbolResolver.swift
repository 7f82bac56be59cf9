/// Finds what a module needs, in one load of 2.6 or 6.1.
///
/// C: `simplify_symbols`, `resolve_symbol`, `check_version`.
public struct SymbolResolver {
  /// What became of one symbol.
  public enum Answer: Sendable, Hashable {
    /// It is there; its owner is to be held by the module, once for all its symbols.
    case found(SymbolTable.Found)
    /// Nobody has it.
    case missing
    /// Somebody has it, and it cannot be used. `EBUSY` means that its owner is still loading: 6.1
    /// waits for that up to 30 seconds and asks again.
    case refused(Errno, owner: String)
  }

  /// The generation's way.
  public let rules: SymbolRules
  /// The module's checks so far; its taints and the kernel's grow.
  public internal(set) var check: ModuleCheck
  /// Whether the module's file has versions, and they are not to be ignored.
  ///
  /// C: a section `__versions`, without `MODULE_INIT_IGNORE_MODVERSIONS`.
  public let hasVersions: Bool
  private var usesGPLOnly = false

  /// Begins for a module whose licence has been looked at.
  public init(_ rules: SymbolRules, _ check: ModuleCheck, hasVersions: Bool) {
    self.rules = rules
    self.check = check
    self.hasVersions = hasVersions
  }

  /// Compares the layout of `struct module`, before anything else is believed.
  ///
  /// C: `check_modstruct_version`.
  /// - Throws: `ENOEXEC`.
  public mutating func checkLayout(_ imports: [ModuleImport], in table: some SymbolSource)
    throws(Errno)
  {
    let name = rules.layoutSymbol
    guard let kernel = table.find(name, gplOK: true) else { return }
    let wanted = imports.first { $0.name == name } ?? .named(name)
    guard versionMatches(wanted, kernel.entry) else { throw .ENOEXEC }
  }

  /// Looks for one symbol.
  ///
  /// Nothing is said of one that is missing.
  ///
  /// C: `resolve_symbol`.
  public mutating func resolve(_ wanted: ModuleImport, in table: some SymbolSource) -> Answer {
    let gplOK = !check.taints.contains(.proprietaryModule)
    guard let found = table.find(wanted.name, gplOK: gplOK) else { return .missing }
    if found.entry.isGPLOnly { usesGPLOnly = true }
    guard inheritsTaint(of: found) else { return .missing }
    guard versionMatches(wanted, found.entry) else {
      return .refused(.EINVAL, owner: found.owner?.name ?? "")
    }
    switch found.owner?.state {
    case nil, .live: return .found(found)
    case .coming: return .refused(.EBUSY, owner: found.owner?.name ?? "")
    case .going: return .refused(.ENOENT, owner: found.owner?.name ?? "")
    }
  }

  /// Says that a symbol could not be had.
  ///
  /// C: the end of `simplify_symbols`.
  /// - Returns: The errno that the load fails with, once all symbols have been looked at; nil where
  ///   the answer is no failure.
  public func conclude(_ wanted: ModuleImport, _ answer: Answer) -> Errno? {
    let reason: Errno
    switch answer {
    case .found: return nil
    case .missing: reason = .ENOENT
    case .refused(let error, _): reason = rules.tellsReason ? error : .ENOENT
    }
    if wanted.isWeak, answer == .missing || !rules.tellsReason { return nil }
    let detail = rules.tellsReason ? " (err \(-reason.rawValue))" : ""
    check.say("Unknown symbol \(wanted.name)\(detail)", .warning)
    return reason
  }

  /// Says that the owner's init took too long.
  ///
  /// C: `resolve_symbol_wait`.
  public func gaveUpWaiting(for owner: String) {
    check.say("gave up waiting for init of module \(owner).", .warning)
  }

  /// C: `inherit_taint`.
  private mutating func inheritsTaint(of found: SymbolTable.Found) -> Bool {
    guard rules.inheritsProprietary, let owner = found.owner, owner.isProprietary else {
      return true
    }
    let symbol = found.entry.name
    if usesGPLOnly {
      check.say(
        "module using GPL-only symbols uses symbols \(symbol) "
          + "from proprietary module \(owner.name).", .error)
      return false
    }
    if !check.taints.contains(.proprietaryModule) {
      check.say(
        "module uses symbols \(symbol) from proprietary module \(owner.name), inheriting taint.",
        .warning)
      check.inheritProprietary()
    }
    return true
  }

  /// C: `check_version`.
  private mutating func versionMatches(_ wanted: ModuleImport, _ entry: SymbolEntry) -> Bool {
    guard rules.hasVersions, let version = entry.version else { return true }
    if rules.taintsForMissingVersion {
      guard hasVersions, let expected = wanted.version else {
        taintForMissingVersion(of: wanted.name)
        return true
      }
      return agrees(version, expected, wanted.name)
    }
    guard hasVersions else {
      return (try? check.forceLoad(wanted.name, isAllowed: rules.allowsForcedLoad)) != nil
    }
    guard let expected = wanted.version else {
      check.say("no symbol version for \(wanted.name)", .warning)
      return true
    }
    return agrees(version, expected, wanted.name)
  }

  private func agrees(_ version: UInt32, _ expected: UInt32, _ name: String) -> Bool {
    if version == expected { return true }
    check.say("disagrees about version of symbol \(name)", .warning)
    return false
  }

  private mutating func taintForMissingVersion(of name: String) {
    if !check.kernel.contains(.forcedModule) {
      check.say("no version for \"\(name)\" found: kernel tainted.", .warning)
    }
    check.add(.forcedModule)
  }
}
