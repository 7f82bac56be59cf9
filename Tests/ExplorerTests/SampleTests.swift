import Testing

@testable import Explorer

@Suite("Schedules drawn by lot") struct SampleTests {
  private func draw(_ sample: Sample, workers: Int = 1, _ toy: Toy) -> Exploration {
    var explorer = Explorer()
    explorer.workers = workers
    return explorer.draw(sample) { toy.run($0) }
  }

  private let lostUpdate = Toy(processes: [[.read(0), .store(0)], [.read(0), .store(0)]])

  @Test("The same seed draws the same, however many workers there are", arguments: [nil, 1, 3])
  func determinism(depth: Int?) {
    let sample = Sample(seed: 7, runs: 300, depth: depth)
    let first = draw(sample, lostUpdate)
    #expect(first.schedules == 300)
    for workers in [1, 2, 4] {
      let next = draw(sample, workers: workers, lostUpdate)
      #expect(next.outcomes.mapValues(\.count) == first.outcomes.mapValues(\.count))
      #expect(next.outcomes.mapValues(\.example) == first.outcomes.mapValues(\.example))
    }
  }

  @Test("Another seed draws others")
  func seeds() {
    let toy = Toy(processes: Array(repeating: [.read(0), .store(0), .read(1)], count: 4))
    let counts = (0..<4).map { seed in
      draw(Sample(seed: seed, runs: 50), toy).outcomes.mapValues(\.example)
    }
    #expect(Set(counts.map { Set($0.values) }).count > 1)
  }

  @Test("Many draws find every end of a small program")
  func complete() {
    let all = Set(lostUpdate.explore().outcomes.keys)
    #expect(Set(draw(Sample(runs: 200), lostUpdate).outcomes.keys) == all)
    #expect(Set(draw(Sample(runs: 200, depth: 2), lostUpdate).outcomes.keys) == all)
  }

  @Test("Where one step has to come between two others, depth 1 never finds it")
  func depth() {
    let found = draw(Sample(runs: 500, depth: 1), lostUpdate)
    #expect(!found.outcomes.keys.contains { $0.text.hasPrefix("[1,") })
  }

  @Test("What was drawn is replayed as it was")
  func replay() {
    let explorer = Explorer()
    for (ending, outcome) in draw(Sample(runs: 100, depth: 3), lostUpdate).outcomes {
      #expect(explorer.replay(outcome.example.path) { lostUpdate.run($0) }.ending == ending)
    }
  }
}
