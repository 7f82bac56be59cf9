@testable import SimKernel

/// The parts of a report of 6.1.
extension RecordingReader {
  /// `CPU: … PID: … Comm: …` and what goes with it.
  mutating func context() throws -> DumpContext {
    let head = try take(
      /CPU: (\d+) PID: (\d+) Comm: (\S+) (Tainted: .{19}|Not tainted) (\S+) (\S+) (.*)/)
    var context = DumpContext(
      processor: try decimal(head.1),
      process: .init(name: String(head.3), pid: try decimal(head.2)),
      build: .init(release: String(head.5), version: String(head.6), package: String(head.7)),
      taint: String(head.4))
    if let hardware = takeIfThere(/Hardware name: (.*)/) {
      context.build.hardware = String(hardware.1)
    }
    if let work = takeIfThere(/Workqueue: (\S+) (.*)/) {
      context.work = .init(queue: String(work.1), function: try location(work.2))
    }
    return context
  }

  /// `name+0xoff/0xsize [module]`, or a bare number.
  func location(_ text: some StringProtocol) throws -> CodeLocation {
    let text = String(text)
    guard let known = text.wholeMatch(of: /(\S+)\+0x([0-9a-f]+)\/0x([0-9a-f]+)(?: \[(\S+)\])?/)
    else { return CodeLocation(address: try number(text)) }
    // What address it was stands nowhere.
    return CodeLocation(
      address: 0xffff_ffff_8123_4567,
      symbol: .init(
        name: String(known.1), offset: try number(known.2), size: try number(known.3),
        module: known.4.map(String.init)))
  }

  mutating func registers() throws -> RegisterDump {
    let instruction = try take(/RIP: (0010|0033):(.*)/)
    var place = try location(instruction.2)
    let code = try code(round: &place)
    let stack = try take(
      /RSP: (?:0018|002b):([0-9a-f]{16}) EFLAGS: ([0-9a-f]{8})(?: ORIG_RAX: ([0-9a-f]{16}))?/)
    var general: [UInt64] = []
    for _ in 0..<5 {
      let row = try take(/R..: ([0-9a-f]{16}) R..: ([0-9a-f]{16}) R..: ([0-9a-f]{16})/)
      general += [try number(row.1), try number(row.2), try number(row.3)]
    }
    return RegisterDump(
      location: place, code: code, stackPointer: try number(stack.1), flags: try number(stack.2),
      general: general, isUser: instruction.1 == "0033",
      systemCall: try stack.3.map { try number($0) })
  }

  private mutating func code(round place: inout CodeLocation) throws -> CodeBytes? {
    guard starts(with: "Code: ") else { return nil }
    if let hole = takeIfThere(/Code: Unable to access opcode bytes at (0x[0-9a-f]+)\./) {
      if place.symbol != nil { place.address = try number(hole.1) &+ 42 }
      return .unreadable
    }
    let bytes = try take(/Code: ((?:<?[0-9a-f]{2}>? ?)+)/).1.split(separator: " ")
    guard let index = bytes.firstIndex(where: { $0.hasPrefix("<") }) else {
      throw unexpected("the instruction")
    }
    return CodeBytes(
      start: place.address &- UInt64(index),
      bytes: try bytes.map { UInt8(try number($0.filter { $0 != "<" && $0 != ">" })) })
  }

  mutating func control() throws -> ControlRegisters {
    let segments = try take(
      /FS:  ([0-9a-f]{16})\(0000\) GS:([0-9a-f]{16})\(0000\) knlGS:([0-9a-f]{16})/)
    let first = try take(/CS:  0010 DS: 0000 ES: 0000 CR0: ([0-9a-f]{16})/)
    let others = try take(/CR2: ([0-9a-f]{16}) CR3: ([0-9a-f]{16}) CR4: ([0-9a-f]{16})/)
    return ControlRegisters(
      fs: try number(segments.1), gs: try number(segments.2), kernelGS: try number(segments.3),
      cr0: try number(first.1), cr2: try number(others.1), cr3: try number(others.2),
      cr4: try number(others.3))
  }

  mutating func trace() throws -> [CallTraceEntry] {
    try skip("Call Trace:")
    var entries: [CallTraceEntry] = []
    while true {
      if let mark = takeIfThere(/\ <(\/?)(TASK|IRQ)>/) {
        guard let stack = CallTraceEntry.Stack(rawValue: String(mark.2)) else { break }
        entries.append(mark.1.isEmpty ? .begin(stack) : .end(stack))
      } else if starts(with: "RIP: "), case .frame? = entries.last {
        entries.append(.registers(try registers()))
      } else if starts(with: "RIP: "), case .begin? = entries.last {
        entries.append(.registers(try registers()))
      } else if let frame = takeIfThere(/\ (\? )?(\S+(?: \[\S+\])?)/) {
        entries.append(.frame(try location(frame.2), isReliable: frame.1 == nil))
      } else {
        break
      }
    }
    return entries
  }

  mutating func modules() throws -> LinkedModules {
    let list = try take(/Modules linked in:((?: [^\[ ]+)*)(?: \[last unloaded: (\S+)\])?/)
    return LinkedModules(
      entries: list.1.split(separator: " ").map(entry), lastUnloaded: list.2.map(entry))
  }

  private func entry(_ text: Substring) -> LinkedModules.Entry {
    let parts = text.split(separator: "(")
    return .init(
      name: String(parts[0]), flags: parts.count > 1 ? String(parts[1].dropLast()) : "")
  }
}
