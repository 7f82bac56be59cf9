import Explorer
import SimKernel
import Testing

@testable import Userland

/// Something small in which two things happen at once.
struct SmallRace: CustomTestStringConvertible, @unchecked Sendable {
  // Not Sendable by its types: of a module's class only instances are made.
  var machine: [String]
  var lines: [String]
  var ticks = 0
  var module: (any Module.Type)?

  var testDescription: String { (machine + lines).joined(separator: "; ") }

  func lab() throws -> ExploreLab {
    var lab = try ExploreLab(modules: module.map { [$0] } ?? [], machine: machine)
    lab.lines = lines
    lab.ticks = ticks
    lab.workers = 2
    return lab
  }
}

@Suite("Orders that are left out could not be told from others") struct SoundnessTests {
  static let races: [SmallRace] = [
    SmallRace(machine: ["--cpus=2"], lines: ["echo a > f & echo b > f &", "wait", "cat f"]),
    SmallRace(machine: ["--cpus=2"], lines: ["echo a | cat & echo b &", "wait"]),
    SmallRace(machine: [], lines: ["sleep 100 & kill %1 & echo c &", "wait"], ticks: 1),
    SmallRace(
      machine: ["--cpus=2"],
      lines: ["insmod tardy.o", "mknod /dev/c c 60 0", "cat /dev/c & rmmod tardy &", "wait"],
      module: Tardy.self),
    SmallRace(
      machine: ["--kernel=2.2", "--cpus=2"],
      lines: ["insmod tardy.o", "mknod /dev/c c 60 0", "cat /dev/c & rmmod tardy &", "wait"],
      module: Tardy.self),
    SmallRace(
      machine: ["--kernel=2.6", "--preemptible"],
      lines: [
        "insmod counted.ko", "mknod /dev/c c 60 0", "cat /dev/c & rmmod counted &", "wait",
      ], module: Counted.self),
    SmallRace(
      machine: ["--kernel=6.1", "--cpus=2"],
      lines: [
        "insmod counted.ko", "mknod /dev/c c 60 0", "cat /dev/c & rmmod counted &", "wait",
      ], module: Counted.self),
    SmallRace(
      machine: [], lines: ["insmod requeue.o", "rmmod requeue &", "wait"], ticks: 1,
      module: Requeue.self),
    SmallRace(
      machine: ["--kernel=2.2"], lines: ["insmod requeue.o", "rmmod requeue &", "wait"], ticks: 1,
      module: Requeue.self),
  ]

  @Test("No order ends in a way that the reduced ones do not", arguments: races)
  func sameEndings(race: SmallRace) throws {
    let lab = try race.lab()
    let program = lab.program
    let reduced = lab.found()
    try #require(!reduced.isStopped)
    var unreduced = lab.explorer
    unreduced.isReduced = false
    unreduced.limits.schedules = 400
    var bounded = unreduced
    bounded.limits.preemptions = 2
    let tries = [
      unreduced.explore { program.run($0) },
      bounded.explore { program.run($0) },
      unreduced.draw(Sample(runs: 250)) { program.run($0) },
      unreduced.draw(Sample(runs: 250, depth: 3)) { program.run($0) },
    ]
    for found in tries {
      for (ending, outcome) in found.outcomes where reduced.outcomes[ending] == nil {
        Issue.record("\(ending.label) after \(outcome.example.path.choices):\n\(ending.text)")
      }
    }
    if !tries[0].isStopped { #expect(tries[0].schedules >= reduced.schedules) }
  }

  @Test("A schedule that stands for others is one itself", arguments: races)
  func replays(race: SmallRace) throws {
    let lab = try race.lab()
    for (ending, outcome) in lab.found().outcomes {
      let replay = lab.explorer.replay(outcome.example.path) { lab.program.run($0) }
      #expect(replay.ending == ending)
      #expect(replay.misfit == nil)
    }
  }
}
