/// Why a schedule cannot be replayed on this program.
public struct Misfit: Sendable, Hashable {
  /// The number of the choice, from 0.
  public let choice: Int
  /// What was to be chosen.
  public let wanted: Int
  /// How many there were to choose from.
  public let offered: Int
}
