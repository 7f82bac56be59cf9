import Explorer
import SimKernel
import Userland

final class Chardev: Module {
  private let message = Array("There is a driver here.\n".utf8)
  private lazy var operations = FileOperations(open: open, release: release, read: deviceRead)
  func initModule() async throws(Errno) { try registerChrdev(60, "chardev", operations) }
  func cleanupModule() async { try? unregisterChrdev(60, "chardev") }
  private func open(_: Inode, _: File) async throws(Errno) { modIncUseCount() }
  private func release(_: Inode, _: File) async throws(Errno) { modDecUseCount() }
  private func deviceRead(_ file: File, _ buffer: UserBuffer) async throws(Errno) -> Int {
    let part = message.dropFirst(file.position).prefix(buffer.count)
    try await buffer.copyToUser(part)
    file.position += part.count
    return part.count
  }
}
final class Sched: Module {
  private var timerInterrupts = 0
  private let waitQueue = WaitQueue()
  private var unloading = false
  private lazy var task = TaskQueueEntry("interruptRoutine", interruptRoutine)
  func initModule() async throws(Errno) { queueTask(task, on: .timer) }
  private func interruptRoutine() {
    timerInterrupts += 1
    if unloading { wakeUp(waitQueue) } else { queueTask(task, on: .timer) }
  }
  func cleanupModule() async {
    unloading = true
    await sleepOn(waitQueue)
  }
}

func show(_ name: String, _ found: Exploration, _ time: Duration) {
  print("\(name): \(found.schedules) schedules, \(found.cut) cut, \(found.steps) steps, limit \(found.hasMetLimit), stopped \(found.isStopped), \(time)")
  var labels: [String: Int] = [:]
  for (ending, outcome) in found.outcomes { labels[ending.label, default: 0] += outcome.count }
  print("  ", labels.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }, "\(found.outcomes.count) texts")
  if CommandLine.arguments.contains("-v") {
    for (ending, outcome) in found.outcomes.sorted(by: { $0.key.text < $1.key.text }).prefix(12) { print("--- \(outcome.count) \(ending.label) \(outcome.example.preemptions)\n\(ending.text)") }
  }
}
let modes: [(String, Int)] = [("up", 1), ("smp", 2)]
let sessions: [(String, [any Module.Type], [String])] = [
  ("chardev", [Chardev.self], ["insmod chardev.o", "mknod /dev/c c 60 0", "cat /dev/c & rmmod chardev & wait"]),
  ("sched", [Sched.self], ["insmod sched.o", "rmmod sched & wait"]),
]
let only = CommandLine.arguments.dropFirst().first { !$0.hasPrefix("-") && Int($0) == nil }
let cap = CommandLine.arguments.compactMap { Int($0) }.first ?? 20_000
for (name, modules, lines) in sessions where only == nil || only == name {
  for (mode, cpus) in modes {
    for reduced in CommandLine.arguments.contains("-r") ? [true] : [true, false] {
      var explorer = Explorer()
      explorer.isReduced = reduced
      explorer.limits.schedules = cap
      var found: Exploration?
      let time = ContinuousClock().measure {
        found = tryExplore(.v2_4, cpus: cpus, preemptible: false, modules: modules, lines: lines, explorer)
      }
      if let found { show("\(name) \(mode) \(reduced ? "reduced" : "all")", found, time) }
    }
  }
}
if CommandLine.arguments.contains("-d") {
  let (_, modules, lines) = sessions[1]
  var sets: [[Ending: Exploration.Outcome]] = []
  for reduced in [true, false] {
    var explorer = Explorer()
    explorer.isReduced = reduced
    sets.append(tryExplore(.v2_4, cpus: 1, preemptible: false, modules: modules, lines: lines, explorer).outcomes)
  }
  for (ending, outcome) in sets[1] where sets[0][ending] == nil { print("=== MISSING \(outcome.count) \(outcome.example)\n\(ending.text)") }
  for (ending, outcome) in sets[0] { print("=== FOUND \(outcome.count) \(outcome.example)\n\(ending.text)") }
}
