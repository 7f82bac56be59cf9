/// The answers that make a schedule, in order: at each point where there was a choice, the number of
/// what was chosen.
public struct SchedulePath: Sendable, Hashable, Comparable {
  /// The numbers; 0 is what Linux itself would do.
  public private(set) var choices: [UInt8]

  /// A path of given choices.
  public init(_ choices: [UInt8] = []) { self.choices = choices }

  /// How many choices there were.
  public var count: Int { choices.count }

  mutating func append(_ choice: Int) { choices.append(UInt8(truncatingIfNeeded: choice)) }

  func appending(_ choice: Int) -> SchedulePath {
    var path = self
    path.append(choice)
    return path
  }

  /// Whether a path comes first where all are in the order of their first choices.
  public static func < (left: SchedulePath, right: SchedulePath) -> Bool {
    left.choices.lexicographicallyPrecedes(right.choices)
  }
}
