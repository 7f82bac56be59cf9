/// The table of what is not modelled, in Markdown.
public enum NotModelledTable {
  /// One row for each reason, with the number of steps and the operations that name it.
  public static func markdown(of report: Report) -> String {
    var reasons: [String] = []
    var steps: [String: [Report.Step]] = [:]
    for step in report.steps {
      guard case .notModelled(let reason) = step.verdict else { continue }
      if steps[reason] == nil { reasons.append(reason) }
      steps[reason, default: []].append(step)
    }
    let calls = Summary(of: report.steps.filter(\.isSystemCall))
    var lines = [
      "| what the model does not have, and why | steps | for example |", "|---|---|---|",
    ]
    for reason in reasons {
      let all = steps[reason] ?? []
      let example = all.first.map { cell($0.step.script) } ?? ""
      lines.append("| \(escaped(reason)) | \(all.count) | \(example) |")
    }
    lines.append("")
    lines.append(
      "\(Summary(of: report.steps).text("steps")); \(calls.text("of them system calls")).")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A script as code in a table's cell; a `|` ends the cell even in code, unless it is escaped.
  private static func cell(_ script: String) -> String {
    let fence = script.contains("`") ? "``" : "`"
    return fence + escaped(script) + fence
  }

  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
