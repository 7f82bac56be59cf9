import Testing

@testable import SimKernel

@Suite("keventd") struct ContextThreadTests {
  @Test(
    "schedule_task runs a task in keventd, once however often it is asked for (SEMANTICS 6: schedule_task)"
  )
  func scheduleTask() throws {
    let bench = try Bench(.v2_4)
    var names: [String] = []
    var answers: [Bool] = []
    try bench.load { module in
      let task = TaskQueueEntry(sleeping: "task") {
        await module.scheduleTimeout(5)
        names.append(bench.kernel.current.name)
      }
      answers = [module.scheduleTask(task), module.scheduleTask(task)]
    }
    #expect(answers == [true, false])
    bench.pass(ticks: 20)
    #expect(names == ["keventd"])
  }

  @Test("flush_scheduled_tasks waits until every task has run (SEMANTICS 6: flush_scheduled_tasks)")
  func flush() throws {
    let bench = try Bench(.v2_4)
    var events: [String] = []
    try bench.load { module in
      for name in ["a", "b"] {
        module.scheduleTask(
          TaskQueueEntry(sleeping: name) {
            await module.scheduleTimeout(5)
            events.append(name)
          })
      }
      await module.flushScheduledTasks()
      events.append("flushed")
    }
    #expect(events == ["a", "b", "flushed"])
  }

  @Test("a task that asks for itself for ever keeps keventd busy, and nobody else")
  func forEver() throws {
    let bench = try Bench(.v2_4)
    bench.kernel.trace.isEnabled = false
    try bench.load { module in
      var task: TaskQueueEntry?
      task = TaskQueueEntry("task") { if let task { module.scheduleTask(task) } }
      if let task { module.scheduleTask(task) }
    }
    #expect(bench.pass(ticks: 3) == .outOfTime)
    #expect(try bench.run { _ in } == .finished)
  }
}
