internal import SimKernel

/// Loops, and the ways out of them.
extension Shell {
  /// A way out of a loop, or to its next turn.
  struct Leap {
    /// How many loops it leads out of, the last one included.
    var levels: Int
    /// Whether the last of them goes on: `continue`.
    var goesOn: Bool
  }

  /// Whether what follows in a script is not executed.
  var isStopping: Bool { isOver || leap != nil }

  /// `for`.
  func loop(
    _ variable: String, _ words: [ShellWord], _ body: ShellScript, _ system: SystemCalls
  ) async {
    guard let values = await expand(words, system) else { return }
    lastStatus = 0
    for value in values {
      variables[variable] = value
      if await !turn(body, system) { return }
    }
  }

  /// `while`, `until`.
  func loop(
    isUntil: Bool, _ condition: ShellScript, _ body: ShellScript, _ system: SystemCalls
  ) async {
    var status = 0
    while await goesOn(isUntil: isUntil, condition, system) {
      let stays = await turn(body, system)
      status = lastStatus
      if !stays { break }
    }
    if !isStopping { lastStatus = status }
  }

  private func goesOn(
    isUntil: Bool, _ condition: ShellScript, _ system: SystemCalls
  ) async -> Bool {
    await turn(condition, system) && (lastStatus == 0) != isUntil
  }

  /// Executes what a loop consists of; false where it leads out of it.
  private func turn(_ body: ShellScript, _ system: SystemCalls) async -> Bool {
    loopDepth += 1
    await execute(body, system)
    loopDepth -= 1
    guard let leap, !isOver else { return !isOver }
    if leap.levels > 1 {
      self.leap = Leap(levels: leap.levels - 1, goesOn: leap.goesOn)
      return false
    }
    self.leap = nil
    return leap.goesOn
  }

  /// `break`, `continue`; returns a status.
  func leave(
    _ builtin: Builtin, _ arguments: [String], _ system: SystemCalls
  ) async -> Int {
    let name = builtin.rawValue
    guard loopDepth > 0 else {
      if dialect == .bash {
        let loops = "only meaningful in a `for', `while', or `until' loop"
        await system.print(dialect.line("\(name): \(loops)"), to: 2)
      }
      return 0
    }
    guard let levels = Int(arguments.first ?? "1"), levels > 0 else {
      let argument = arguments.first ?? ""
      let text =
        dialect == .bash
        ? "\(name): \(argument): loop count out of range" : "Illegal number: \(argument)"
      await system.print(dialect.line(text), to: 2)
      return dialect == .bash ? 1 : 2
    }
    leap = Leap(levels: min(levels, loopDepth), goesOn: builtin == .continue)
    return 0
  }

  /// `read`: puts the words of the next line into variables, the rest into the last of them; returns
  /// 1 at the end of what there is to read.
  func read(_ arguments: [String], _ system: SystemCalls) async -> Int {
    let names = arguments.filter { $0 != "-r" }
    var bytes: [UInt8] = []
    var isAtEnd = true
    while let next = try? await system.read(0, count: 1), let byte = next.first {
      isAtEnd = byte != UInt8(ascii: "\n")
      if !isAtEnd { break }
      bytes.append(byte)
      guard bytes.count <= 1 << 16 else { break }
    }
    var rest = String(decoding: bytes, as: UTF8.self)[...].drop { $0.isWhitespace }
    let wanted = names.isEmpty ? ["REPLY"] : names
    for (index, name) in wanted.enumerated() {
      let isLast = index == wanted.count - 1
      let word = isLast ? rest : rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(word.count).drop { $0.isWhitespace }
      let text = String(word)
      variables[name] = String(text.reversed().drop { $0.isWhitespace }.reversed())
    }
    return isAtEnd ? 1 : 0
  }
}
