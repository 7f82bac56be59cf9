/// How far an exploration goes.
public struct Limits: Sendable, Hashable {
  /// How often somebody may be interrupted who could have gone on; nil for as often as possible.
  public var preemptions: Int?
  /// How many timer interrupts may come while somebody could go on.
  ///
  /// Where nobody can, as many come as are needed.
  public var ticks = 2
  /// How many steps a schedule may have.
  public var steps = 100_000
  /// How many schedules are tried at most.
  public var schedules = 20_000
  /// How many steps are taken in all before no further schedule is begun.
  public var totalSteps = 5_000_000

  /// The limits of an exploration that was told nothing else.
  public init() {}
}
