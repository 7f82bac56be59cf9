import Explorer
import SimKernel
import Testing

@testable import Userland

@Suite("A session in every order") struct SessionExplorerTests {
  private func race() throws -> ExploreLab {
    var lab = try ExploreLab(
      "insmod tardy.o", "mknod /dev/c c 60 0", "cat /dev/c & rmmod tardy &", "wait",
      modules: [Tardy.self], machine: ["--cpus=2"])
    lab.ticks = 0
    return lab
  }

  @Test("One worker and two find the same, and so does a second try")
  func determinism() throws {
    var lab = try race()
    let first = lab.report()
    #expect(lab.report().text == first.text)
    lab.workers = 2
    for _ in 0..<3 { #expect(lab.report().text == first.text) }
    #expect(first.text.contains("schedules"))
  }

  @Test("A token replays what was shown, byte for byte")
  func replay() throws {
    let lab = try race()
    let report = lab.report()
    #expect(report.verdict == .failed)
    let word = try #require(token(in: report.text))
    let replayed = try lab.replay(word)
    let table = try #require(replayed.firstRange(of: "step")?.lowerBound)
    #expect(report.text.contains(replayed[table...]))
    #expect(try lab.replay(word) == replayed)
  }

  @Test("A token of another program, machine or script does not fit, and says why")
  func misfits() throws {
    let lab = try race()
    let word = try #require(token(in: lab.report().text))
    #expect(
      throws: TokenProblem(
        "the token is that of another program, or of this one before it was changed")
    ) { try lab.replay(word, named: "other") }
    var single = lab
    single.options = try MachineOptions([])
    #expect(throws: TokenProblem("the token is that of another machine: kernel=2.4 cpus=2")) {
      try single.replay(word)
    }
    var tooMany = try ScheduleToken(word)
    tooMany.path = SchedulePath([200])
    #expect(
      throws: TokenProblem("the token does not fit: at choice 1 there are only 3 ways to go on")
    ) { try lab.replay(tooMany.text) }
    var other = try ScheduleToken(word)
    other.path = SchedulePath()
    #expect(throws: TokenProblem("the schedule of the token ends otherwise now: explore again")) {
      try lab.replay(other.text)
    }
    #expect(throws: TokenProblem("'nonsense' is no schedule token")) { try lab.replay("nonsense") }
  }

  @Test("Where nothing happens at once there is nothing to explore")
  func nothingConcurrent() throws {
    let report = try ExploreLab("echo a", "echo b").report()
    #expect(report.verdict == .refused)
    #expect(
      report.text == "explore: nothing happens at once here: no line starts a job with '&'\n")
  }

  @Test("A session that does not come to its first job is not explored")
  func noStart() throws {
    let report = try ExploreLab(
      "insmod sleepy.o", "cat /proc/modules &", "wait", modules: [Sleepy.self]
    ).report()
    #expect(report.verdict == .refused)
    #expect(report.text.hasSuffix("explore: the session does not come to its first job\n"))
  }

  @Test("What a session expects in the end is looked at in the end")
  func expectation() throws {
    let lab = try ExploreLab("true & true &", "wait", "expect: test -f /root/none")
    #expect(lab.report().text.contains("expected, and not so: test -f /root/none\n"))
    #expect(try ExploreLab("true & true &", "wait", "expect: true").report().verdict == .well)
  }
}
