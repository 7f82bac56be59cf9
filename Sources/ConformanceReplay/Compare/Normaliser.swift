/// What is taken out of the log and of printed text before the two sides are compared.
///
/// Each rule has its reason. Whatever no rule names is compared letter by letter.
public enum Normaliser {
  /// The rules for lines of the kernel's log, in the order in which they are applied.
  public static let logRules: [NormalRule] = [
    NormalRule(
      name: "timestamp",
      reason: "when a line was printed depends on how fast the host was"
    ) { line, _ in withoutTimestamp(line) },
    NormalRule(
      name: "chatter",
      reason: "clocks, devices and the recorder speak up when they like; no module made them"
    ) { line, _ in chatter.contains { line.hasPrefix($0) } ? nil : line },
    NormalRule(
      name: "idle thread",
      reason: """
        how often the idle thread complains that it was put to sleep depends on how long the host \
        took to print; the first complaint is compared, the rest is left out, and so is the warning \
        that comes once among them
        """
    ) { line, state in idleComplaints(line, &state) },
    NormalRule(
      name: "shortened log",
      reason: """
        the recorder left out thousands of lines in the middle of a step; what the step logged behind \
        that gap is not compared
        """
    ) { line, _ in line },
    NormalRule(
      name: "object debugger",
      reason: "a report of CONFIG_DEBUG_OBJECTS is about the kernel's bookkeeping, not the module"
    ) { line, state in objectReports(line, &state) },
    NormalRule(
      name: "guessed frames",
      reason: "entries with a ? are words that happen to lie on the stack; what lay there is chance"
    ) { line, _ in line.hasPrefix(" ? ") ? nil : line },
    NormalRule(
      name: "below the idle loop",
      reason: "what is below cpu_startup_entry depends on the processor, and which one is chance"
    ) { line, state in belowIdleLoop(line, &state) },
    NormalRule(
      name: "offsets",
      reason:
        "where in a function an instruction lies, and how long it is, is the C compiler's doing"
    ) { line, _ in TextScan.droppingOffsets(in: line) },
    NormalRule(
      name: "compiler's suffixes",
      reason: "the C compiler splits functions: .cold, .part.0, .isra.0, .constprop.0"
    ) { line, _ in withoutSuffixes(line) },
    NormalRule(
      name: "registers",
      reason: "what registers hold is the C compiler's doing; ORIG_RAX, the call's number, is kept"
    ) { line, _ in registers(line) },
    NormalRule(
      name: "code bytes",
      reason: "the machine code is the C compiler's; that it could not be read is kept"
    ) { line, _ in
      line.hasPrefix("Code: ") && !line.hasPrefix("Code: Unable") ? "Code: <bytes>" : line
    },
    NormalRule(
      name: "page tables",
      reason: "where page tables lie is chance; at which level the walk ended is kept"
    ) { line, _ in pageTables(line) },
    NormalRule(
      name: "kernel offset",
      reason: "how far the kernel was moved is drawn at boot; that it was is kept"
    ) { line, _ in
      line.hasPrefix("Kernel Offset: 0x") ? "Kernel Offset: <offset> from <kernel>" : line
    },
    NormalRule(
      name: "addresses",
      reason: """
        addresses are drawn at boot; which kind one is of is kept, and so are small and \
        non-canonical ones
        """
    ) { line, _ in addresses(line) },
    NormalRule(
      name: "processor",
      reason: "on which processor something ran is chance"
    ) { line, _ in processors(line) },
    NormalRule(
      name: "process numbers",
      reason: "the recorder's helpers took numbers, too; the names beside them are compared"
    ) { line, _ in processNumbers(line) },
    NormalRule(
      name: "hardware",
      reason: "the recording's machine is not the model's"
    ) { line, _ in line.hasPrefix("Hardware name: ") ? nil : line },
    NormalRule(
      name: "module's source line",
      reason: "the port of a module is another file with other lines"
    ) { line, _ in moduleSource(line) },
  ]

  /// What other parts of the kernel say, by how it begins.
  private static let chatter = [
    "clocksource: ", "tsc: ", "random: ", "input: ", "hrtimer: interrupt took ", "GT #", "ACPI: ",
    "reboot: ",
  ]

  /// Whether a line stands for others that the recorder has left out: what was logged behind it cannot
  /// be held against anything.
  static func isGap(_ line: String) -> Bool { line.hasPrefix("... (") }

  private static func withoutTimestamp(_ line: String) -> String {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return line }
    let stamp = line[..<end].dropFirst()
    guard stamp.contains("."), stamp.allSatisfy({ $0 == " " || $0 == "." || $0.isNumber }) else {
      return line
    }
    return String(line[end...].dropFirst(2))
  }

  private static func idleComplaints(_ line: String, _ state: inout LogState) -> String? {
    // The recorder shortens only these: it says so in a line of its own.
    if isGap(line) { return nil }
    if state.hasSeenIdleComplaint, line == "------------[ cut here ]------------",
      let next = state.following, TextScan.holds("WARNING: ", next),
      TextScan.holds(" schedule_idle+", next)
    {
      state.isInIdleWarning = true
    }
    if state.isInIdleWarning {
      state.isInIdleWarning = !line.hasPrefix("---[ end trace ")
      return nil
    }
    if line == "bad: scheduling from the idle thread!" {
      state.isInLeftOutDump = state.hasSeenIdleComplaint
      state.hasSeenIdleComplaint = true
      return state.isInLeftOutDump ? nil : line
    }
    guard state.isInLeftOutDump else { return line }
    if line == " </TASK>" { state.isInLeftOutDump = false }
    let isOfDump = [
      "CPU: ", "Hardware name: ", "Call Trace:", " ", "RIP: ", "Code: ", "RSP: ", "RAX: ", "RDX: ",
      "RBP: ", "R08: ", "R10: ", "R13: ",
    ]
    .contains { line.hasPrefix($0) }
    return isOfDump ? nil : line
  }

  private static func objectReports(_ line: String, _ state: inout LogState) -> String? {
    if line.hasPrefix("ODEBUG: ") { state.isInObjectReport = true }
    guard state.isInObjectReport else { return line }
    if line.hasPrefix("---[ end trace ") { state.isInObjectReport = false }
    return nil
  }

  private static func belowIdleLoop(_ line: String, _ state: inout LogState) -> String? {
    if !line.hasPrefix(" ") || line == " </TASK>" { state.isBelowIdleLoop = false }
    if state.isBelowIdleLoop { return nil }
    if line.hasPrefix(" cpu_startup_entry") { state.isBelowIdleLoop = true }
    return line
  }

  private static func withoutSuffixes(_ line: String) -> String {
    guard TextScan.holds(".", line) else { return line }
    return [".cold", ".part", ".isra", ".constprop"].reduce(line) { line, suffix in
      guard let range = TextScan.range(of: suffix, in: line) else { return line }
      let rest = line[range.upperBound...]
      let number = rest.hasPrefix(".") ? rest.dropFirst().drop(while: TextScan.isDigit) : rest
      return String(line[..<range.lowerBound] + number)
    }
  }

  private static func registers(_ line: String) -> String {
    let names = ["RSP: ", "RAX: ", "RDX: ", "RBP: ", "R08: ", "R10: ", "R13: ", "FS:  ", "CS:  "]
    let isLast = line.hasPrefix("CR2: ") && TextScan.holds(" CR3: ", line)
    guard isLast || names.contains(where: { line.hasPrefix($0) }) else { return line }
    let number = TextScan.range(of: "ORIG_RAX: ", in: line).map { line[$0.lowerBound...] } ?? ""
    let values = line.dropLast(number.count)
    return TextScan.replacingWords(in: String(values)) { word in
      word.count >= 8 && word.allSatisfy(TextScan.isHex) ? "<value>" : nil
    } + number
  }

  private static func pageTables(_ line: String) -> String {
    guard line.hasPrefix("PGD ") else { return line }
    return TextScan.replacingWords(in: line) { word in
      word == "0" || ["PGD", "P4D", "PUD", "PMD", "PTE"].contains(word) ? nil : "<entry>"
    }
  }

  private static func addresses(_ line: String) -> String {
    if TextScan.holds("(____ptrval____)", line) {
      return line.replacing("(____ptrval____)", with: "<address>")
    }
    if TextScan.holds("ORIG_RAX: ", line) { return line }
    return TextScan.replacingWords(in: line) { word in
      guard word.utf8.count >= 7, let address = TextScan.address(word, digits: 5) else {
        return nil
      }
      switch address {
      case ..<0x10000: return nil
      case ..<0x8000_0000_0000: return "<user address>"
      case ..<0xffff_8000_0000_0000: return nil
      case ..<0xffff_ffff_8000_0000: return "<kernel data>"
      default: return "<kernel or module>"
      }
    }
  }

  private static func processors(_ line: String) -> String {
    var line = TextScan.replacingNumber(after: "CPU: ", in: line) { _ in "<cpu>" }
    line = TextScan.replacingNumber(after: "swapper/", in: line) { _ in "<cpu>" }
    guard let range = TextScan.range(of: "kworker/", in: line) else { return line }
    let name = line[range.upperBound...].prefix { $0 != " " && $0 != "[" && $0 != "/" }
    return line[..<range.upperBound] + "<worker>" + line[name.endIndex...]
  }

  private static func processNumbers(_ line: String) -> String {
    var line = line
    for key in ["PID: ", "pid: ", "ppid:", " pid:", "thread pid ", "kworker/<worker>/"] {
      line = TextScan.replacingNumber(after: key, in: line) {
        $0 == "0" || $0 == "1" ? nil : "<pid>"
      }
    }
    if line.hasPrefix("note: "), let open = line.firstIndex(of: "["),
      let close = line.firstIndex(of: "]")
    {
      return line[...open] + "<pid>" + line[close...]
    }
    if line.hasPrefix("BUG: scheduling while atomic: ") {
      let parts = line.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count >= 3, parts[parts.count - 2] != "0" else { return line }
      return parts.dropLast(2).joined(separator: "/") + "/<pid>/" + parts[parts.count - 1]
    }
    if line.hasPrefix("INFO: task "), let colon = line.dropFirst(11).firstIndex(of: ":") {
      return line[...colon] + "<pid>"
        + line[colon...].dropFirst().drop(while: TextScan.isDigit)
    }
    return line.hasPrefix("task:")
      ? line.split(separator: " ").joined(separator: " ") : line
  }

  private static func moduleSource(_ line: String) -> String {
    guard let range = TextScan.range(of: "modules/", in: line) else { return line }
    let place = line[range.upperBound...].prefix { $0 != " " && $0 != "!" }
    let name = place.prefix { $0 != "." && $0 != ":" }
    return line[..<range.lowerBound] + "\(name):<line>" + line[place.endIndex...]
  }
}
