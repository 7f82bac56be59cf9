/// Applies the rules to the log of one boot, step by step: a block can begin in one step and end in
/// the next.
struct LogNormaliser {
  private var state = LogState()

  init() {}

  /// The lines of the next step as they are compared.
  mutating func lines(_ lines: [String]) -> [String] {
    lines.compactMap { line in
      var current = line
      for rule in Normaliser.logRules {
        guard let next = rule.apply(current, &state) else { return nil }
        current = next
      }
      return current
    }
  }
}
