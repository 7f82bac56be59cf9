/// How many steps went how.
public struct Summary: Equatable, Sendable {
  /// Steps that conform.
  public private(set) var conforming = 0
  /// Steps that differ.
  public private(set) var differing = 0
  /// Steps that are not modelled.
  public private(set) var notModelled = 0

  /// All steps.
  public var total: Int { conforming + differing + notModelled }

  /// Counts steps.
  public init(of steps: [Report.Step]) {
    for step in steps {
      switch step.verdict {
      case .conforms: conforming += 1
      case .differs: differing += 1
      case .notModelled: notModelled += 1
      }
    }
  }

  /// The share of the steps that are modelled, in whole percent, rounded down; 100 without steps.
  public var modelledPercent: Int {
    total == 0 ? 100 : (total - notModelled) * 100 / total
  }

  /// `12 steps: 10 conform, 1 differs, 1 not modelled (91% modelled)`.
  public func text(_ what: String) -> String {
    "\(total) \(what): \(conforming) conform, \(differing) differ, \(notModelled) not modelled"
      + " (\(modelledPercent)% modelled)"
  }
}
