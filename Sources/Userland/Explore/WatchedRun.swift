internal import Explorer
internal import SimKernel

/// What is kept of one run that somebody watches: what appeared on the terminal, and what happened in each
/// step.
final class WatchedRun {
  /// What appeared before the first choice.
  var setUp = ""
  /// What appeared since.
  var screen = ""
  /// The kinds of lines that were set apart, such as an oops.
  var marks: [String] = []
  /// What happened in each step of the schedule, in order.
  private(set) var steps: [[TraceRecord]] = []
  /// What the processes are called, by number.
  private(set) var names: [Int: String] = [:]
  private var seen = 0

  /// A step has come to its end.
  func endStep(on kernel: Kernel) {
    let records = kernel.trace.records
    endStep(with: Array(records[min(seen, records.count)...]))
    seen = records.count
    for process in kernel.processTable { names[process.pid] = process.name }
  }

  /// A step has come to its end in which this happened.
  func endStep(with records: [TraceRecord]) { steps.append(records) }

  /// What happened until now belongs to no step.
  func beginSteps(on kernel: Kernel) {
    seen = kernel.trace.records.count
    for process in kernel.processTable { names[process.pid] = process.name }
  }
}
