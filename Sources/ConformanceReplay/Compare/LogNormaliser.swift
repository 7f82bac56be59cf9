/// Applies the rules to the log of one boot, step by step: a block can begin in one step and end in
/// the next.
struct LogNormaliser {
  private var state = LogState()

  init() {}

  /// A line as it was logged, and as it is compared.
  struct Line: Equatable {
    let logged: String
    let compared: String
    /// Whether addresses in it mean something: not if it tells what registers held.
    var isRegisters: Bool { TextScan.holds("<value>", compared) }
  }

  /// The lines of the next step that are compared.
  mutating func lines(_ lines: [String]) -> [Line] {
    lines.indices.compactMap { index in
      let line = lines[index]
      state.following = index + 1 < lines.endIndex ? lines[index + 1] : nil
      var current = line
      for rule in Normaliser.logRules {
        guard let next = rule.apply(current, &state) else { return nil }
        current = next
      }
      return Line(logged: line, compared: current)
    }
  }
}
