internal import ConformanceReplay
internal import SimKernel

/// Which kernel a recording was made on.
enum RecordedKernel {
  /// The kernel of a session; nil where there is no simulated one that is like it.
  static func version(of session: RecordedSession) -> KernelVersion? {
    guard let build = builds.first(where: { $0.release == session.release }) else { return nil }
    var version = build
    let words = session.bootArguments.split(separator: " ")
    version.configuration.apply(words.map(String.init))
    return version
  }

  /// The builds that were recorded: Debian's own, and a small one with more checks.
  private static let builds: [KernelVersion] = [.v6_1, .v6_1Small]
}
