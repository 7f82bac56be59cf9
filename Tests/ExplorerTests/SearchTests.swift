import Testing

@testable import Explorer

@Suite("Every schedule of a program") struct SearchTests {
  private func processes(_ count: Int, steps: Int) -> [[Toy.Step]] {
    Array(repeating: Array(repeating: .nothing, count: steps), count: count)
  }

  @Test(
    "Without reduction there are as many as there are ways to interleave",
    arguments: [(2, 3, 20), (3, 2, 90), (3, 3, 1_680)])
  func counts(_ count: Int, _ steps: Int, _ wanted: Int) {
    for workers in [1, 2] {
      let found = Toy(processes: processes(count, steps: steps)).explore(workers: workers)
      #expect(found.schedules == wanted)
      #expect(found.cut == 0)
    }
  }

  @Test("Steps that touch nothing in common are tried in one order")
  func independent() {
    let found = Toy(processes: processes(4, steps: 3)).explore(isReduced: true)
    #expect(found.schedules == 1)
  }

  @Test("Reduction loses no outcome, and leaves one schedule of those that are alike")
  func reduction() {
    let programs: [[[Toy.Step]]] = [
      [[.read(0), .store(0)], [.read(0), .store(0)]],
      [[.read(0), .store(0)], [.read(1), .store(1)], [.write(0), .read(1)]],
      [[.write(0), .read(1)], [.write(1), .read(0)]],
      [
        [.read(0), .store(0), .write(1)], [.read(0), .store(0)], [.read(1), .nothing, .store(2)],
      ],
      [[.write(0), .write(1)], [.write(1), .write(2)], [.write(2), .write(0)]],
    ]
    for program in programs {
      let toy = Toy(processes: program)
      let all = toy.explore()
      let reduced = toy.explore(isReduced: true)
      #expect(Set(all.outcomes.keys) == Set(reduced.outcomes.keys))
      #expect(reduced.schedules < all.schedules)
      let shared = toy.explore(isReduced: true, workers: 2)
      #expect(shared.schedules == reduced.schedules)
      #expect(shared.outcomes.mapValues(\.count) == reduced.outcomes.mapValues(\.count))
      #expect(shared.outcomes.mapValues(\.example) == reduced.outcomes.mapValues(\.example))
    }
  }

  @Test("Two increments that are no single step lose one of them")
  func lostUpdate() {
    let toy = Toy(processes: [[.read(0), .store(0)], [.read(0), .store(0)]])
    let found = toy.explore(isReduced: true)
    #expect(found.outcomes.keys.contains { $0.text.hasPrefix("[1,") })
    #expect(found.outcomes.keys.contains { $0.text.hasPrefix("[2,") })
  }

  @Test("A bound on preemptions leaves schedules out, and says so")
  func bound() {
    let toy = Toy(processes: processes(2, steps: 3))
    let none = toy.explore { $0.preemptions = 0 }
    #expect(none.schedules == 2)
    #expect(none.hasMetLimit)
    let all = toy.explore { $0.preemptions = 5 }
    #expect(all.schedules == 20)
    #expect(!all.hasMetLimit)
  }

  @Test("A limit on schedules stops the search, and says so")
  func limit() {
    let found = Toy(processes: processes(3, steps: 3)).explore { $0.schedules = 100 }
    #expect(found.schedules == 100)
    #expect(found.isStopped)
  }
}

@Suite("A search that is not let go to its end") struct StoppedSearchTests {
  private let toy = Toy(
    processes: Array(repeating: [.read(0), .store(0), .read(1), .store(1)], count: 4))

  @Test("Which schedules are the first does not depend on the workers")
  func limited() {
    let first = toy.explore(isReduced: true) { $0.schedules = 333 }
    #expect(first.schedules == 333)
    #expect(first.isStopped)
    for workers in [1, 2, 5] {
      let next = toy.explore(isReduced: true, workers: workers) { $0.schedules = 333 }
      #expect(next.schedules == 333)
      #expect(next.steps == first.steps)
      #expect(next.outcomes.mapValues(\.count) == first.outcomes.mapValues(\.count))
      #expect(next.outcomes.mapValues(\.example) == first.outcomes.mapValues(\.example))
    }
  }

  @Test("Schedules with more steps than they may have are given up, and counted as such")
  func tooLong() {
    let found = toy.explore { $0.steps = 2 }
    #expect(found.tooLong > 0)
    #expect(found.schedules == 0 && found.cut == 0)
  }

  @Test("Long schedules stop it, too")
  func steps() {
    let found = toy.explore { $0.totalSteps = 1_000 }
    #expect(found.isStopped)
    #expect((1_000..<1_100).contains(found.steps))
  }

  @Test("What was found until it was interrupted is told")
  func interrupted() {
    for workers in [1, 3] {
      var explorer = Explorer()
      explorer.workers = workers
      let count = Counter()
      let found = explorer.explore(until: { count.next() > 100 }) { toy.run($0) }
      #expect(found.isInterrupted)
      #expect(found.isStopped)
      #expect((1...100).contains(found.schedules + found.cut))
    }
  }

  @Test("A schedule that was found under a bound is replayed without it")
  func boundedReplay() {
    let found = toy.explore { $0.preemptions = 2 }
    for (ending, outcome) in found.outcomes {
      let replay = Explorer().replay(outcome.example.path) { toy.run($0) }
      #expect(replay.ending == ending)
      #expect(replay.steps.count { $0.isPreemption } == outcome.example.preemptions)
    }
  }
}
