import SimKernel
import Testing

@testable import Explorer
@testable import Userland

@Suite("What an exploration says it has found") struct ExplorationReportTests {
  private func found(_ counts: [(Ending, Int)]) -> Exploration {
    var found = Exploration()
    for (ending, count) in counts {
      found.schedules += count
      found.outcomes[ending] = .init(
        count: count, example: .init(preemptions: 0, path: SchedulePath()))
    }
    return found
  }

  private let unload = Ending("unload", isFailure: false, text: "a")
  private let crash = Ending("crash", isFailure: true, text: "b")

  private func summary(_ found: Exploration, bound: Int? = nil) -> String {
    var limits = Limits()
    limits.preemptions = bound
    return ExplorationReport(found: found, limits: limits).summary
  }

  @Test("Peaceful ends come first, and large numbers can be read")
  func numbers() {
    #expect(
      summary(found([(crash, 1_270), (unload, 14)]))
        == "all 1,284 schedules: 14 unload, 1,270 crash")
    #expect(summary(found([(unload, 1_234_567)])) == "all 1,234,567 schedules: 1,234,567 unload")
  }

  @Test("Endings that look otherwise but have the same name are counted together")
  func together() {
    let other = Ending("crash", isFailure: true, text: "c")
    #expect(
      summary(found([(crash, 2), (other, 3), (unload, 1)]))
        == "all 6 schedules: 1 unload, 5 crash")
  }

  @Test("One is not all")
  func one() { #expect(summary(found([(unload, 1)])) == "the only schedule: 1 unload") }

  @Test("It says 'all' only where that is so")
  func scope() {
    var stopped = found([(unload, 20)])
    stopped.isStopped = true
    stopped.hasMetLimit = true
    #expect(summary(stopped) == "the first 20 schedules, and nobody knows of how many: 20 unload")
    var limited = found([(unload, 20)])
    limited.hasMetLimit = true
    #expect(summary(limited) == "all 20 schedules with at most 2 early ticks: 20 unload")
    #expect(
      summary(limited, bound: 1)
        == "all 20 schedules with at most 1 preemption and 2 early ticks: 20 unload")
    var long = limited
    long.tooLong = 3
    #expect(summary(long) == "20 schedules, and 3 given up after 100,000 steps: 20 unload")
  }

  @Test("A sample says which one it is")
  func sample() {
    func summary(_ sample: Sample, _ found: Exploration) -> String {
      ExplorationReport(found: found, limits: Limits(), sample: sample).summary
    }
    var found = found([(unload, 1_000)])
    found.isStopped = true
    #expect(
      summary(Sample(seed: 7), found) == "a sample of 1,000 schedules (seed 7): 1,000 unload")
    #expect(
      summary(Sample(seed: 7, depth: 3), found)
        == "a sample of 1,000 schedules (seed 7, depth 3): 1,000 unload")
    found.isInterrupted = true
    #expect(
      summary(Sample(seed: 7), found)
        == "a sample of 1,000 schedules (seed 7), interrupted: 1,000 unload")
  }

  @Test("Who interrupts it is told what was found until then")
  func interrupted() {
    var some = found([(crash, 3)])
    (some.isStopped, some.isInterrupted) = (true, true)
    #expect(
      summary(some) == "interrupted after 3 schedules, and nobody knows of how many: 3 crash")
    var none = Exploration()
    (none.isStopped, none.isInterrupted) = (true, true)
    #expect(summary(none) == "interrupted after 0 schedules, and nobody knows of how many")
  }

  @Test("A bound that forbade nothing is not mentioned")
  func unmetBound() {
    #expect(summary(found([(unload, 2)]), bound: 3) == "all 2 schedules: 2 unload")
  }
}
