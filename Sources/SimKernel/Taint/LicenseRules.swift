/// What a module says of its licence, and what a generation makes of that.
public struct LicenseRules: Sendable, Hashable {
  /// Those with which a module leaves the kernel as it is.
  public let compatible: [String]

  /// Linux 2.2 and its tools: nobody asks.
  public static let v2_2 = LicenseRules(compatible: [])

  /// Linux 2.4, where `insmod` judges.
  ///
  /// C: `obj_gpl_license` of modutils.
  public static let v2_4 = LicenseRules(compatible: [
    "GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MPL/GPL",
  ])

  /// Linux 2.6.24 to 6.1, where the kernel judges.
  ///
  /// C: `license_is_gpl_compatible`.
  public static let v2_6 = LicenseRules(compatible: [
    "GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL",
  ])

  /// Whether a module with this licence may use what is exported for the GPL only.
  public func isCompatible(_ license: String) -> Bool {
    compatible.isEmpty || compatible.contains(license)
  }

  /// What messages call a licence; a module without one has an `unspecified` one.
  public static func name(of license: String) -> String {
    license.isEmpty ? "unspecified" : license
  }

  /// What `insmod` of 2.4 gives as the reason why a licence taints the kernel; nil where it does
  /// not.
  ///
  /// C: `check_tainted_module` of modutils.
  public func warning(of license: String) -> String? {
    if isCompatible(license) { return nil }
    return license.isEmpty ? "no license" : "non-GPL license - \(license)"
  }
}
