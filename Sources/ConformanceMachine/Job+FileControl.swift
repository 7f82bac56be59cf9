internal import ConformanceReplay
internal import SimKernel

extension SystemCalls {
  /// What a worker does with an open file besides reading, writing and closing it.
  func perform(
    onOpenFile operation: ConformanceReplay.Operation, _ desk: Desk
  ) async -> StepOutcome {
    StepOutcome.refused("no such call")
  }
}
