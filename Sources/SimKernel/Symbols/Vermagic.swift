/// What a module says of the kernel that it was compiled for, in 2.6 and 6.1.
///
/// C: `VERMAGIC_STRING`.
public struct Vermagic: Sendable, Hashable {
  /// The words, each but perhaps the last with a blank behind it.
  public let text: String

  /// The text as it stands in a file.
  public init(_ text: String) { self.text = text }

  /// What a kernel was built to be.
  public struct Build: Sendable, Hashable {
    /// `CONFIG_SMP`.
    public var isSMP = true
    /// `CONFIG_PREEMPT`, or what 6.1 calls `CONFIG_PREEMPT_BUILD`.
    public var isPreemptible = false
    /// `CONFIG_MODULE_UNLOAD`.
    public var canUnload = true
    /// `CONFIG_MODVERSIONS`, where the generation says so in its vermagic.
    public var namesVersions = false
    /// What the architecture adds: `686` of 2.6.24, nothing on x86_64.
    public var architecture = ""

    /// An SMP kernel that can unload modules.
    public init() {}
  }

  /// The vermagic of a kernel.
  public init(release: String, _ build: Build) {
    var words = [release]
    if build.isSMP { words.append("SMP") }
    if build.isPreemptible { words.append("preempt") }
    if build.canUnload { words.append("mod_unload") }
    if build.namesVersions { words.append("modversions") }
    if !build.architecture.isEmpty { words.append(build.architecture) }
    text = words.map { $0 + " " }.joined()
  }

  /// Whether a module fits this kernel.
  ///
  /// With versions the first word, the kernel's release, is not compared: the versions of the
  /// symbols tell more.
  ///
  /// C: `same_magic`.
  /// - Parameters:
  ///   - module: What the module says.
  ///   - ignoresRelease: `CONFIG_MODVERSIONS`; in 6.1 the module's file must have versions, too.
  /// - Returns: Whether the rest is the same.
  public func accepts(_ module: Vermagic, ignoresRelease: Bool) -> Bool {
    guard ignoresRelease else { return module.text == text }
    return module.afterRelease == afterRelease
  }

  private var afterRelease: Substring { text[(text.firstIndex(of: " ") ?? text.endIndex)...] }
}
