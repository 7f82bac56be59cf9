@testable import SimKernel

/// The reports of 6.1 themselves.
extension RecordingReader {
  mutating func oops() throws -> OopsReport {
    let (cause, pageTable) = try cause()
    let head = try take(/[^\[]+: ([0-9a-f]{4}) \[#(\d+)\](.*)/)
    var context = try context()
    context.build.options = head.3.split(separator: " ").map(String.init)
    let own = try registers()
    let ownControl = try control()
    let trace = try trace()
    context.modules = try modules()
    if case .page = cause { _ = try take(/CR2: ([0-9a-f]{16})/) }
    try skip("---[ end trace 0000000000000000 ]---")
    let first = try registers()
    let now = try control()
    return OopsReport(
      cause: cause, number: try decimal(head.2), context: context, registers: own,
      control: ownControl, trace: trace, pageTable: pageTable,
      summary: .init(registers: first, control: now))
  }

  private mutating func cause() throws -> (OopsCause, [UInt64]) {
    if starts(with: "------------[ cut here") {
      try skip("------------[ cut here ]------------")
      let bug = try take(/kernel BUG at (\S+):(\d+)!/)
      return (.bug(file: String(bug.1), line: try decimal(bug.2)), [])
    }
    let head = try take(
      /BUG: (?:unable to handle page fault for|kernel NULL pointer dereference,) address: (\w+)/)
    let kind = try take(/#PF: supervisor (read|write|instruction) (?:access|fetch) in kernel mode/)
    let access: OopsCause.Access =
      switch kind.1 {
      case "read": .read
      case "write": .write
      default: .execute
      }
    _ = try take(/#PF: error_code\(0x[0-9a-f]{4}\) - not-present page/)
    let entries = try line().split(separator: " ").enumerated().filter { $0.offset % 2 == 1 }
    return (
      .page(address: try number(head.1), access: access), try entries.map { try number($0.element) }
    )
  }

  mutating func warning() throws -> WarningReport {
    try skip("------------[ cut here ]------------")
    var message = ""
    while !starts(with: "WARNING: ") { message += try line() + "\n" }
    let head = try take(/WARNING: CPU: \d+ PID: \d+ at (\S+):(\d+) (.*)/)
    let modules = try modules()
    var context = try context()
    context.modules = modules
    var registers = try registers()
    registers.location.symbol = try location(head.3).symbol
    let control = try control()
    let trace = try trace()
    try skip("---[ end trace 0000000000000000 ]---")
    return WarningReport(
      file: String(head.1), line: try decimal(head.2), message: message, context: context,
      registers: registers, control: control, trace: trace)
  }

  mutating func scheduling() throws -> SchedulingScene {
    let head = try take(/BUG: scheduling while atomic: \S+\/\d+\/0x([0-9a-f]{8})/)
    let modules = try modules()
    var dump = try dump()
    dump.context.modules = modules
    return SchedulingScene(preemptCount: try number(head.1), dump: dump)
  }

  mutating func sleepingCall() throws -> SleepingCallReport {
    let head = try take(
      /BUG: sleeping function called from invalid context at (\S+):(\d+)/)
    let state = try take(
      /in_atomic\(\): [01], irqs_disabled\(\): ([01]), non_block: 0, pid: \d+, name: \S+/)
    let count = try take(/preempt_count: ([0-9a-f]+), expected: 0/)
    let depth = try take(/RCU nest depth: (\d+), expected: 0/)
    return SleepingCallReport(
      file: String(head.1), line: try decimal(head.2), preemptCount: try number(count.1),
      rcuDepth: try decimal(depth.1), areInterruptsOff: state.1 == "1", dump: try dump())
  }

  mutating func idleSleeps() throws -> StackDump {
    try skip("bad: scheduling from the idle thread!")
    return try dump()
  }

  mutating func dump() throws -> StackDump {
    let context = try context()
    return StackDump(context: context, trace: try trace())
  }

  mutating func hungTask() throws -> HungTaskReport {
    let head = try take(/INFO: task (\S+):(\d+) blocked for more than (\d+) seconds\./)
    let build = try take(/\ {6}(Tainted: .{19}) (\S+) (\S+)( .*)/)
    try skip("\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\" disables this message.")
    let task = try take(
      /task:\S+ +state:D stack:0 +pid:\d+ +ppid:(\d+) +flags:0x([0-9a-f]{8})/)
    let context = DumpContext(
      processor: 0, process: .init(name: String(head.1), pid: try decimal(head.2)),
      build: .init(
        release: String(build.2), version: String(build.3), package: String(build.4)),
      taint: String(build.1))
    return HungTaskReport(
      seconds: try decimal(head.3), parent: try decimal(task.1), flags: try number(task.2),
      dump: StackDump(context: context, trace: try trace()))
  }

  mutating func panic() throws -> PanicReport {
    let head = try take(/Kernel panic - not syncing: (.*)/)
    var report = PanicReport(text: String(head.1))
    if let offset = takeIfThere(/Kernel Offset: (0x[0-9a-f]+) from .*/) {
      report.offset = .bytes(try number(offset.1))
    } else {
      try skip("Kernel Offset: disabled")
    }
    _ = try take(/---\[ end Kernel panic - not syncing: .* \]---/)
    return report
  }
}
