import Testing

@testable import SimKernel

/// What hangs on a list that was taken off its queue, and whose turn has not come.
@Suite("Lists that are being worked through when a module goes") struct ListInWorkTests {
  @Test(
    "the task that comes next (10.3 I3; 6: run_task_queue)", arguments: KernelVersion.watchedEarly)
  func tasks(version: KernelVersion) throws {
    let bench = try Bench(version)
    let names = ["first", "second"]
    for name in version.taskQueueOrder == .oldestFirst ? names : names.reversed() {
      try bench.load(name) { module in
        module.queueTask(
          TaskQueueEntry(name) {
            // As another processor would meanwhile.
            if name == "first" { bench.rip("second") }
          }, on: .immediate)
      }
    }
    try bench.load("marker") { $0.markBH(.immediate) }
    bench.pass(ticks: 2)
    #expect(bench.subjects == ["tq_struct `second`"])
  }

  @Test("the timer in the same bucket (10.3 I3; 6: timers)", arguments: KernelVersion.watchedAll)
  func timers(version: KernelVersion) throws {
    let bench = try Bench(version)
    // 2.2 and 6.1 take the newest of a bucket first.
    let wheel = version.timers.wheel
    let isNewestFirst = wheel is PointerWheel.Type || wheel is BucketWheel.Type
    let names = ["first", "second"]
    for name in isNewestFirst ? names.reversed() : names {
      try bench.load(name) { module in
        let timer = KernelTimer(name) {
          if name == "first" { bench.rip("second") }
        }
        module.modTimer(timer, expires: 20)
      }
    }
    bench.pass(ticks: 40)
    #expect(bench.subjects == ["timer_list `second`"])
  }

  @Test("the task that keventd comes to next (10.3 I3; 2.4: schedule_task)")
  func keventd() throws {
    let bench = try Bench(KernelVersion.v2_4.watched)
    try bench.load("first") { module in
      module.scheduleTask(
        TaskQueueEntry(sleeping: "first") { await module.scheduleTimeout(50) })
      module.scheduleTask(TaskQueueEntry(sleeping: "second") {})
    }
    bench.pass(ticks: 5)
    bench.rip("first")
    #expect(bench.subjects.contains("tq_struct `second`"))
    #expect(!bench.subjects.contains("tq_struct `first`"))
  }
}
