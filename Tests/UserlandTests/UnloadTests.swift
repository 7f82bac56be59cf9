import SimKernel
import Testing
import Userland

/// A driver that counts nobody.
private final class Uncounted: Module {
  private lazy var operations = FileOperations(read: { _, _ in 0 })
  func initModule() async throws(Errno) { try registerChrdev(240, "uncounted", operations) }
  func cleanupModule() async {
    do throws(Errno) { try unregisterChrdev(240, "uncounted") } catch { printk("\(error)\n") }
  }
}

/// A task that its module forgets.
private final class Forgotten: Module {
  private var calls = 0
  private lazy var task: TaskQueueEntry = TaskQueueEntry("routine") { [unowned self] in
    calls += 1
    queueTask(task, on: .timer)
  }
  func initModule() async throws(Errno) { queueTask(task, on: .timer) }
  func cleanupModule() async {}
}

/// A driver that waits for a routine to say that it has run for the last time.
private final class Patient: Module {
  private var isLeaving = false
  private let queue = WaitQueue()
  private lazy var task: TaskQueueEntry = TaskQueueEntry("routine") { [unowned self] in
    if isLeaving { wakeUp(queue) } else { queueTask(task, on: .timer) }
  }
  func initModule() async throws(Errno) { queueTask(task, on: .timer) }
  func cleanupModule() async {
    isLeaving = true
    await sleepOn(queue)
  }
}

@Suite("Removing a module from under its users") struct UnloadTests {
  @Test("tail -f on a driver that goes: two oopses, Segmentation fault, and the machine goes on")
  func reader() throws {
    let terminal = try Terminal(Uncounted.self)
    terminal.type(
      "insmod uncounted", "mknod /dev/u c 240 0", "tail -f /dev/u &", "rmmod uncounted",
      "sleep 2", "echo alive")
    #expect(terminal.outcome == .finished)
    #expect(terminal.marks.map(\.name) == ["oops", "oops"])
    for mark in terminal.marks {
      #expect(terminal.lines[mark.firstLine].hasPrefix("Unable to handle kernel paging request"))
      #expect(terminal.lines[mark.endLine - 1].hasPrefix("Code: "))
    }
    #expect(terminal.text.contains("[1]+  Segmentation fault      tail -f /dev/u\n"))
    #expect(terminal.text.hasSuffix("# echo alive\nalive\n"))
  }

  @Test("a watched machine says so before, apart from the log (SEMANTICS 10.3)")
  func watched() throws {
    let terminal = try Terminal(Uncounted.self, version: .v2_4.watched)
    let text = terminal.type(
      "insmod uncounted", "mknod /dev/u c 240 0", "tail -f /dev/u &", "rmmod uncounted")
    #expect(
      text.contains(
        "# rmmod uncounted\n(watch) at jiffies 4: the memory of module `uncounted` goes, and open file "
          + "240:0 of tail (pid 5) leads there (f_op "))
    #expect(terminal.marks.first?.name == "watch")
    #expect(!terminal.output(of: "dmesg").contains(WatchReport.prefix))
  }

  @Test("a forgotten task: rmmod succeeds, and the next tick is the last")
  func task() throws {
    let terminal = try Terminal(Forgotten.self)
    terminal.type("insmod forgotten", "rmmod forgotten", "echo never")
    #expect(terminal.outcome == .panicked)
    #expect(terminal.marks.map(\.name) == ["oops", "panic"])
    #expect(!terminal.text.contains("never"))
    #expect(terminal.machine.type(["echo never"]) == .panicked)
    #expect(!terminal.text.contains("never"))
  }

  @Test("a cleanup that waits for the last call leaves in peace")
  func patient() throws {
    let terminal = try Terminal(Patient.self)
    terminal.type("insmod patient", "sleep 1", "rmmod patient", "sleep 1", "lsmod")
    #expect(terminal.outcome == .finished)
    #expect(terminal.marks.isEmpty)
    #expect(terminal.text.hasSuffix("Used by\n"))
  }
}
