public import SimKernel

/// One step of a schedule that was watched.
public struct StepRecord: Sendable, Hashable {
  /// Who took it.
  public var choice: ScheduleChoice
  /// Where whoever took it stands afterwards; nil where nothing asked him to stop: he sleeps, has ended, or
  /// has come back from an interrupt.
  public var place: String?
  /// How many ways there were to go on before it.
  public var ways: Int
  /// Whether somebody else was interrupted by it who could have gone on.
  public var isPreemption: Bool
}
