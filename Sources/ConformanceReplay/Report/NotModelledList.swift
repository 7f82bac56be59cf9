/// The list of what is not modelled, in Markdown; CommonMark knows no tables.
public enum NotModelledList {
  /// One item for each reason, with the number of steps and the operations that name it.
  public static func markdown(of report: Report) -> String {
    var reasons: [String] = []
    var steps: [String: [Report.Step]] = [:]
    for step in report.steps {
      guard case .notModelled(let reason) = step.verdict else { continue }
      if steps[reason] == nil { reasons.append(reason) }
      steps[reason, default: []].append(step)
    }
    let calls = Summary(of: report.steps.filter(\.isSystemCall))
    var lines: [String] = []
    for reason in reasons {
      let all = steps[reason] ?? []
      let example = all.first.map { code($0.step.script) } ?? ""
      lines.append(
        "- **\(all.count) \(all.count == 1 ? "step" : "steps")**: \(reason). For example:")
      lines.append("  \(example)")
    }
    lines.append("")
    lines.append(
      "\(Summary(of: report.steps).text("steps")); \(calls.text("of them system calls")).")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func code(_ script: String) -> String {
    let fence = script.contains("`") ? "``" : "`"
    return fence + script + fence
  }
}
