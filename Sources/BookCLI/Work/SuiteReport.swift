internal import BookModel
internal import ExampleRunner

/// What a person reads after a run of examples: each failure, then the counts.
struct SuiteReport {
  let result: SuiteResult
  let terminal: Terminal

  /// Prints a line for each session that did not do what it must, then what was run and what was not.
  func print() {
    DiagnosticPrinter(terminal: terminal).print(result.diagnostics)
    let counts = result.counts
    var facts = [result.examples.count.counted("example"), "\(counts.compiled) compiled"]
    facts.append("\(counts.cached.counted("session")) unchanged")
    if counts.notRun > 0 { facts.append("\(counts.notRun) not run") }
    terminal.say(facts.joined(separator: ", "))
  }

  /// The line that a script looks for: `12 passed, 0 failed`.
  func printCounts() {
    let counts = result.counts
    let text = "\(counts.passed) passed, \(counts.failed) failed"
    terminal.say(terminal.styled(text, counts.failed == 0 ? .green : .red))
  }
}
