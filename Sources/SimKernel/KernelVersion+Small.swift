extension KernelVersion {
  /// Linux 6.1 in another build: the smallest that there is, preempted at any time, with the checks
  /// that Debian leaves out, and without forced removal, symbol versions and signatures.
  public static let v6_1Small: KernelVersion = {
    var version = v6_1.variant("6.1.192-edu", v6_1.loader)
    version.configuration = .small
    return version
  }()
}
