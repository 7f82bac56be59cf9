/// What a replay found.
public struct Report: Sendable {
  /// One step with its verdict.
  public struct Step: Sendable {
    /// The id of its session.
    public let session: String
    /// What was recorded.
    public let step: RecordedStep
    /// How it went.
    public let verdict: Verdict

    /// Whether it was held against the recording.
    public var isModelled: Bool { if case .notModelled = verdict { false } else { true } }

    /// Whether it is a system call of a process: everything but the shell's lines and what the
    /// recorder did itself.
    public var isSystemCall: Bool {
      !["sh", "sleep", "ps", "join", "taint", nil].contains(step.operation)
    }
  }

  /// The steps of one boot.
  public struct Boot: Sendable {
    /// The boot's name: `debian/s01_chardev`.
    public let name: String
    /// Its steps.
    public let steps: [Step]
    /// How fast the host was taken to be.
    public var speed = HostSpeed()
    /// Whether anybody waited busily, so that this speed matters.
    var hasBusyWaits = false

    /// How many of its steps differ.
    var differing: Int { Summary(of: steps).differing }
  }

  /// The boots in the order of the recording.
  public let boots: [Boot]

  /// Every step.
  public var steps: [Step] { boots.flatMap(\.steps) }

  /// Whether no step differs.
  public var conforms: Bool {
    steps.allSatisfy { if case .differs = $0.verdict { false } else { true } }
  }
}
