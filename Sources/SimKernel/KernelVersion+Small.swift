extension KernelVersion {
  /// Linux 6.1 in another build: the smallest that there is, preempted at any time, with the checks
  /// that Debian leaves out, and without forced removal, symbol versions and signatures.
  ///
  /// Its compiler made other functions parts of their callers than Debian's did.
  public static let v6_1Small: KernelVersion = {
    var version = v6_1.built(
      text: KernelText(
        .x86_64,
        names: [KernelFunction: String].v6_1.merging([.irqExit: "irq_exit_rcu"]) { $1 }),
      chains: .v6_1Small)
    version.configuration = .small
    return version.variant("6.1.192-edu", version.loader)
  }()
}
