extension Report {
  /// The report as the command prints it: every step with its verdict, then the counts.
  ///
  /// - Parameter all: Also prints the steps that conform.
  /// - Returns: The lines, the last one ended.
  public func text(all: Bool) -> String {
    var lines: [String] = []
    for boot in boots {
      let steps = boot.steps.filter { all || $0.verdict != .conforms }
      lines.append("\(boot.name): \(Summary(of: boot.steps).text("steps"))")
      if let remark = boot.speed.remark { lines.append("  (\(remark))") }
      lines += steps.flatMap(Self.lines)
    }
    lines.append("")
    lines.append(Summary(of: steps).text("steps"))
    lines.append(Summary(of: steps.filter(\.isSystemCall)).text("system calls"))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of step: Step) -> [String] {
    let process = step.step.process.map { "\($0): " } ?? ""
    let head = "  #\(step.step.number) \(process)\(step.step.script): "
    switch step.verdict {
    case .conforms: return [head + "conforms"]
    case .notModelled(let reason): return [head + "not modelled: " + reason]
    case .differs(let differences):
      return [head + "differs"] + differences.flatMap(lines)
    }
  }

  private static func lines(of difference: Difference) -> [String] {
    if difference.expected.count == 1, difference.came.count == 1 {
      return [
        "      \(difference.subject): expected \(difference.expected[0]), came \(difference.came[0])"
      ]
    }
    return ["      \(difference.subject): - expected, + came"]
      + LineDiff.text(expected: difference.expected, came: difference.came).map { "        " + $0 }
  }
}
