import Testing

@testable import SimKernel

@Suite struct ModuleCheckTests {
  private let debian = Vermagic("6.1.0-56-amd64 SMP preempt mod_unload modversions ")

  /// Lines that a check printed.
  private final class Log {
    var lines: [String] = []
    func say(_ message: KernelMessage) { lines.append(message.text) }
  }

  /// The checks of 6.1, in its order.
  private func load(
    _ module: String, license: String = "GPL", _ taint: inout KernelTaint, _ log: Log
  ) -> TaintFlags {
    var check = ModuleCheck(module: module, kernel: taint, say: log.say)
    check.checkOrigin(isInTree: false)
    check.checkLicense(license, .v2_6)
    check.checkSignature(isValid: false)
    taint = check.kernel
    return check.taints
  }

  @Test("the first load of an outside module prints two lines, later ones none (s00_smoke 1)")
  func firstLoad() {
    var taint = KernelTaint(.v6_1)
    let log = Log()
    _ = load("hello", &taint, log)
    #expect(
      log.lines == [
        "hello: loading out-of-tree module taints kernel.",
        "hello: module verification failed: signature and/or required key missing - tainting kernel",
      ])
    #expect(taint.flags.rawValue == 12288)
    _ = load("expa", &taint, log)
    #expect(log.lines.count == 2)
  }

  @Test("a module without a licence says so the first time only (s13b_license 3 to 11)")
  func noLicense() {
    var taint = KernelTaint(.v6_1)
    let log = Log()
    let taints = load("hello", license: "", &taint, log)
    #expect(
      log.lines == [
        "hello: loading out-of-tree module taints kernel.",
        "hello: module license 'unspecified' taints kernel.",
        "Disabling lock debugging due to kernel taint",
        "hello: module verification failed: signature and/or required key missing - tainting kernel",
      ])
    #expect(taint.flags.rawValue == 12289)
    #expect(TaintRules.v6_1.lineEnd(ofModule: taints) == " (POE)")
    let again = load("prop", license: "Proprietary", &taint, log)
    #expect(log.lines.count == 4)
    #expect(TaintRules.v6_1.lineEnd(ofModule: again) == " (POE)")
  }

  @Test("the release in a vermagic is not compared where there are versions (s13_loaderrors 3)")
  func release() throws {
    var check = ModuleCheck(module: "hello", kernel: KernelTaint(.v6_1)) { _ in }
    let other = Vermagic("6.1.0-99-amd64 SMP preempt mod_unload modversions ")
    try check.checkVermagic(
      other, against: debian, ignoresRelease: true, missing: .forces(isAllowed: true))
    #expect(throws: Errno.ENOEXEC) {
      try check.checkVermagic(
        other, against: debian, ignoresRelease: false, missing: .forces(isAllowed: true))
    }
  }

  @Test("another vermagic is refused with both texts (s13_loaderrors 7)") func vermagic() {
    let log = Log()
    var check = ModuleCheck(module: "hello", kernel: KernelTaint(.v6_1), say: log.say)
    #expect(throws: Errno.ENOEXEC) {
      try check.checkVermagic(
        Vermagic("6.1.0-56-amd64 mod_unload modversions "), against: debian,
        ignoresRelease: true, missing: .forces(isAllowed: true))
    }
    #expect(
      log.lines == [
        "hello: version magic '6.1.0-56-amd64 mod_unload modversions ' should be "
          + "'6.1.0-56-amd64 SMP preempt mod_unload modversions '"
      ])
  }

  @Test("without a vermagic it is a forced load (s13_loaderrors 11; SEMANTICS 3.3)")
  func forced() throws {
    let log = Log()
    var check = ModuleCheck(module: "hello", kernel: KernelTaint(.v6_1), say: log.say)
    try check.checkVermagic(
      nil, against: debian, ignoresRelease: true, missing: .forces(isAllowed: true))
    #expect(
      log.lines == [
        "hello: bad vermagic: kernel tainted.", "Disabling lock debugging due to kernel taint",
      ])
    #expect(check.taints == .forcedModule)
    #expect(throws: Errno.ENOEXEC) {
      try check.checkVermagic(
        nil, against: debian, ignoresRelease: true, missing: .forces(isAllowed: false))
    }
    var old = ModuleCheck(module: "hello", kernel: KernelTaint(.v2_6), say: log.say)
    try old.checkVermagic(nil, against: debian, ignoresRelease: true, missing: .taints)
    #expect(log.lines.last == "hello: no version magic, tainting kernel.")
  }

  @Test("the vermagic of each kernel has its words (SEMANTICS 3.3; s13_loaderrors 7)")
  func words() {
    var six = Vermagic.Build()
    six.isPreemptible = true
    six.namesVersions = true
    #expect(Vermagic(release: "6.1.0-56-amd64", six) == debian)
    var old = Vermagic.Build()
    old.architecture = "686"
    #expect(Vermagic(release: "2.6.24", old).text == "2.6.24 SMP mod_unload 686 ")
  }

  @Test("lockdown and sig_enforce refuse before anything is tainted (s13d_lockdown; README)")
  func signatures() throws {
    let log = Log()
    #expect(throws: Errno.EPERM) {
      try SignaturePolicy.lockedDown.check(isSigned: false, command: "insmod", say: log.say)
    }
    #expect(
      log.lines == [
        "Lockdown: insmod: unsigned module loading is restricted; see man kernel_lockdown.7"
      ])
    #expect(throws: Errno.EKEYREJECTED) {
      try SignaturePolicy.enforced.check(isSigned: false, command: "insmod", say: log.say)
    }
    try SignaturePolicy.tainting.check(isSigned: false, command: "insmod", say: log.say)
    try SignaturePolicy.enforced.check(isSigned: true, command: "insmod", say: log.say)
    #expect(log.lines.count == 2)
  }

  @Test("which licences are free (modutils 2.4; include/linux/license.h of 2.6)") func licences() {
    #expect(LicenseRules.v2_4.warning(of: "GPL v2") == nil)
    #expect(LicenseRules.v2_4.warning(of: "") == "no license")
    #expect(LicenseRules.v2_4.warning(of: "Dual MIT/GPL") == "non-GPL license - Dual MIT/GPL")
    #expect(LicenseRules.v2_6.isCompatible("Dual MIT/GPL"))
    #expect(!LicenseRules.v2_6.isCompatible("GPL v3"))
    #expect(LicenseRules.v2_2.isCompatible("Proprietary"))
  }
}
