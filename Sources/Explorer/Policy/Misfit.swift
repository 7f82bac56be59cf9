/// Why a schedule cannot be replayed on this program.
struct Misfit: Sendable, Hashable {
  /// The number of the choice, from 0.
  let choice: Int
  /// What was to be chosen.
  let wanted: Int
  /// How many there were to choose from.
  let offered: Int
}
