import Explorer
import Testing

@testable import Userland

@Suite("What a session says of its exploration") struct ExploreOptionsTests {
  private func message(_ arguments: [String]) -> String? {
    do throws(MachineOptions.Problem) {
      var rest = arguments
      _ = try ExploreOptions(takingFrom: &rest)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("Its words are taken out, and the machine's are left")
  func words() throws {
    var arguments = ["--kernel=2.4", "--explore", "--bound=2", "--cpus", "2", "--ticks=0"]
    let options = try ExploreOptions(takingFrom: &arguments)
    #expect(arguments == ["--kernel=2.4", "--cpus", "2"])
    #expect(options.task == .explore)
    #expect(options.limits.preemptions == 2)
    #expect(options.limits.ticks == 0)
  }

  @Test("A sample has a seed, a number of runs, and perhaps a depth")
  func sample() throws {
    var arguments = ["--explore", "--seed=7", "--runs=50"]
    #expect(try ExploreOptions(takingFrom: &arguments).sample == Sample(seed: 7, runs: 50))
    arguments = ["--depth=3", "--explore"]
    #expect(try ExploreOptions(takingFrom: &arguments).sample == Sample(depth: 3))
    arguments = ["--explore", "--schedules=5"]
    let options = try ExploreOptions(takingFrom: &arguments)
    #expect(options.sample == nil)
    #expect(options.limits.schedules == 5)
  }

  @Test("Without a word the session is run once, as Linux would")
  func none() throws {
    var arguments = ["--cpus=2"]
    #expect(try ExploreOptions(takingFrom: &arguments).task == .run)
  }

  @Test("A token is replayed, whether or not the session is explored otherwise")
  func replay() throws {
    for first in [["--explore"], []] {
      var arguments = first + ["--replay=s123"]
      #expect(try ExploreOptions(takingFrom: &arguments).task == .replay("s123"))
    }
  }

  @Test(
    "A bad value says what would be good",
    arguments: [
      (["--explore=yes"], "'explore' takes no value"),
      (["--replay"], "'replay' needs a token"), (["--replay="], "'replay' needs a token"),
      (["--explore", "--bound"], "'' is no good value of 'bound': it is a number from 0 to 1000"),
      (
        ["--explore", "--bound=-1"],
        "'-1' is no good value of 'bound': it is a number from 0 to 1000"
      ),
      (["--explore", "--bound=99999999999999999999"], nil),
      (
        ["--explore", "--ticks=256"],
        "'256' is no good value of 'ticks': it is a number from 0 to 255"
      ), (["--explore", "--ticks=two"], nil),
      (["--explore", "--runs=0"], nil), (["--explore", "--depth=0"], nil),
      (["--explore", "--seed=-1"], nil), (["--explore", "--schedules=0"], nil),
      (["--seed=1"], "'seed' is for a session that is explored: say 'explore', too"),
      (
        ["--explore", "--seed=1", "--bound=1"],
        "'bound' is not for a sample: say 'runs' for how many schedules it has"
      ),
      (["--explore", "--explore"], "'explore' is given twice"),
      (["--bound=1"], "'bound' is for a session that is explored: say 'explore', too"),
    ] as [([String], String?)])
  func bad(arguments: [String], wanted: String?) {
    let message = message(arguments)
    #expect(message != nil)
    if let wanted { #expect(message == wanted) }
  }
}
