internal import SimKernel

extension Program {
  /// Succeeds.
  static let `true` = Program(name: "true") { _ in 0 }
  /// Fails.
  static let `false` = Program(name: "false") { _ in 1 }

  /// Succeeds where what its arguments say is so.
  static let test = Program(name: "test") { await TestCommand($0).status($0.arguments) }

  /// `test`, with a bracket for its name and another at its end.
  static let bracket = Program(name: "[") { invocation in
    guard invocation.arguments.last == "]" else {
      await TestCommand(invocation).complain("[: missing `]'", ash: "[: missing ]")
      return 2
    }
    return await TestCommand(invocation).status(invocation.arguments.dropLast())
  }
}

/// What `test` looks at: texts, numbers, files.
private struct TestCommand {
  let system: SystemCalls
  let shell: ShellDialect

  init(_ invocation: Invocation) {
    system = invocation.system
    shell = invocation.machine.tools.shell
  }

  func complain(_ text: String, ash: String) async {
    await system.print(shell.line(shell == .bash ? text : ash), to: 2)
  }

  func status(_ arguments: [String]) async -> Int {
    if arguments.first == "!", arguments.count != 3 || arguments[1].hasPrefix("-"),
      !arguments.contains("-a"), !arguments.contains("-o")
    {
      let status = await status(Array(arguments.dropFirst()))
      return status > 1 ? status : 1 - status
    }
    if arguments.count > 3 { return await anyOf(arguments) }
    switch arguments.count {
    case 0: return 1
    case 1: return arguments[0].isEmpty ? 1 : 0
    case 2: return await status(of: arguments[0], arguments[1])
    default: return await status(arguments[0], arguments[1], arguments[2])
    }
  }

  /// What `-o` joins.
  private func anyOf(_ arguments: [String]) async -> Int {
    for part in arguments.split(separator: "-o", omittingEmptySubsequences: false) {
      let status = await allOf(Array(part))
      if status != 1 { return status }
    }
    return 1
  }

  /// What `-a` joins, which holds together more firmly.
  private func allOf(_ arguments: [String]) async -> Int {
    for part in arguments.split(separator: "-a", omittingEmptySubsequences: false) {
      guard part.count <= (part.first == "!" ? 4 : 3) else {
        await complain("[: too many arguments", ash: "[: too many arguments")
        return 2
      }
      let status = await status(Array(part))
      if status != 0 { return status }
    }
    return 0
  }

  private func status(of question: String, _ subject: String) async -> Int {
    switch question {
    case "-n": return subject.isEmpty ? 1 : 0
    case "-z": return subject.isEmpty ? 0 : 1
    case "-e", "-f", "-d", "-c", "-r", "-w", "-s":
      guard let status = try? await system.status(of: subject) else { return 1 }
      return status.answers(question) ? 0 : 1
    default:
      await complain(
        "[: \(question): unary operator expected", ash: "[: \(question): unknown operand")
      return 2
    }
  }

  private func status(_ left: String, _ operation: String, _ right: String) async -> Int {
    if operation == "=" || operation == "==" { return left == right ? 0 : 1 }
    if operation == "!=" { return left != right ? 0 : 1 }
    let comparisons: [String: (Int, Int) -> Bool] = [
      "-eq": (==), "-ne": (!=), "-lt": (<), "-le": (<=), "-gt": (>), "-ge": (>=),
    ]
    guard let compare = comparisons[operation] else {
      await complain(
        "[: \(operation): binary operator expected", ash: "[: \(operation): unknown operand")
      return 2
    }
    guard let first = Int(left), let second = Int(right) else {
      let wrong = Int(left) == nil ? left : right
      await complain(
        "[: \(wrong): integer expression expected", ash: "[: \(wrong): bad number")
      return 2
    }
    return compare(first, second) ? 0 : 1
  }
}

extension FileStatus {
  /// Whether the answer to one of the questions of `test` is yes.
  fileprivate func answers(_ question: String) -> Bool {
    switch question {
    case "-f": kind == .regular
    case "-d": kind == .folder
    case "-c": if case .characterDevice = kind { true } else { false }
    case "-s": size > 0
    default: true
    }
  }
}
