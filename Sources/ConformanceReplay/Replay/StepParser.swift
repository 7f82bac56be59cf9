/// Turns a recorded step's words into what is to be done.
enum StepParser {
  /// What a step does; `.unknown` with a reason if its words make no sense.
  static func action(of step: RecordedStep) -> StepAction {
    guard let name = step.operation else { return .remark }
    let words = step.arguments
    if let action = recorderAction(name, words) { return action }
    guard let process = step.process else {
      return .unknown("\(name) by nobody: the step names no process")
    }
    if name == "taint" { return .taint(process: process) }
    guard let operation = operation(name, words, isForced: step.script.hasPrefix("insmodf ")) else {
      return .unknown("\(name) with \(words.count) words")
    }
    return .perform(operation, process: process)
  }

  private static func recorderAction(_ name: String, _ words: [String]) -> StepAction? {
    switch (name, words.count) {
    case ("sleep", 1): number(words[0]).map { .sleep(Pace.bounded($0)) }
    case ("ps", 1): .look(process: words[0])
    case ("join", 2): number(words[1]).map { .join(process: words[0], limit: Pace.bounded($0)) }
    case ("killw", 2): number(words[1]).map { .kill(process: words[0], signal: $0) }
    default: nil
    }
  }

  private static func operation(
    _ name: String, _ words: [String], isForced: Bool
  ) -> Operation? {
    switch (name, words.count) {
    case ("finit_module", 1...): load(words, isForced: isForced)
    case ("init_module", 1...):
      .initModule(file: words[0], parameters: words.dropFirst().joined(separator: " "))
    case ("delete_module", 1...2):
      deleteFlags(words.count == 2 ? words[1] : "O_NONBLOCK").map {
        .deleteModule(name: words[0], flags: $0)
      }
    case ("mknodat", 3): node(words)
    case ("put", 2): .put(path: words[0], text: words[1])
    case ("cat", 1): .cat(path: words[0])
    case ("grep", 2): .grep(path: words[0], text: words[1])
    case ("stat", 1): .status(path: words[0])
    case ("setuid", 1): number(words[0]).map { .setUser(id: $0) }
    case ("thread", 0): .startThread
    case ("sh", 1): .shell(line: words[0])
    default: fileOperation(name, words)
    }
  }

  private static func fileOperation(_ name: String, _ words: [String]) -> Operation? {
    switch (name, words.count) {
    case ("openat", 3):
      openFlags(words[2]).map { .open(handle: words[0], path: words[1], flags: $0) }
    case ("read", 2): number(words[1]).map { .read(handle: words[0], count: $0) }
    case ("write", 2): .write(handle: words[0], text: words[1])
    case ("close", 1): .close(handle: words[0])
    case ("lseek", 2): number(words[1]).map { .seek(handle: words[0], offset: $0) }
    case ("ioctl", 2): number(words[1]).map { .ioctl(handle: words[0], command: $0) }
    case ("mmap", 1): .map(handle: words[0])
    case ("poll", 1): .poll(handle: words[0])
    case ("dup", 2): .duplicate(handle: words[0], copy: words[1])
    default: nil
    }
  }

  private static func load(_ words: [String], isForced: Bool) -> Operation? {
    guard isForced else {
      let parameters = words.dropFirst().joined(separator: " ")
      return .finitModule(file: words[0], parameters: parameters, ignoring: [])
    }
    guard words.count == 2 else { return nil }
    let names: [String: ModuleInitFlags] = [
      "IGNORE_VERMAGIC": .vermagic, "IGNORE_MODVERSIONS": .modversions,
    ]
    return flags(words[1], names).map {
      .finitModule(file: words[0], parameters: "", ignoring: $0)
    }
  }

  private static func node(_ words: [String]) -> Operation? {
    guard let minor = number(words[2]) else { return nil }
    if words[1].hasPrefix("@") {
      let name = String(words[1].dropFirst())
      return .makeNode(path: words[0], major: .registered(by: name), minor: minor)
    }
    return number(words[1]).map {
      .makeNode(path: words[0], major: .number($0), minor: minor)
    }
  }

  private static func deleteFlags(_ text: String) -> RemovalFlags? {
    flags(text, ["0": [], "O_NONBLOCK": .nonBlocking, "O_TRUNC": .force])
  }

  private static func openFlags(_ text: String) -> OpenFlags? {
    flags(
      text,
      [
        "O_RDONLY": [], "O_WRONLY": .writeOnly, "O_RDWR": .readWrite, "O_NONBLOCK": .nonBlocking,
      ])
  }

  private static func flags<Flags: OptionSet>(_ text: String, _ names: [String: Flags]) -> Flags? {
    var flags: Flags = []
    for name in text.split(separator: "|") {
      guard let flag = names[String(name)] else { return nil }
      flags.formUnion(flag)
    }
    return flags
  }

  /// A number as C writes it: decimal, or hexadecimal with `0x`.
  private static func number(_ text: String) -> Int? {
    text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
  }
}
