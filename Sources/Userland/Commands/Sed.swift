internal import SimKernel

extension Program {
  /// Edits lines on their way: `-n` shows only what is asked for, `-e` gives a script, `-E` and `-r`
  /// read extended expressions.
  ///
  /// The commands are `s`, `y`, `p`, `d`, `q`, `n` and `=`, after a number, `$`, `/…/`, or two of
  /// them, and `!`.
  static let sed = Program(name: "sed") { invocation in
    let options = Options(invocation.arguments, flags: "nEr", keys: "e")
    let system = invocation.system
    let isBusybox = invocation.machine.tools.isBusybox
    if let option = options.invalid { return await invocation.refuse(option, "sed") }
    var operands = options.operands[...]
    var scripts = options.given.filter { $0.letter == "e" }.compactMap(\.value)
    if scripts.isEmpty {
      guard let script = operands.popFirst() else {
        await system.print("Usage: sed [-nrE] [-e CMD]... [FILE]...", to: 2)
        return 1
      }
      scripts = [script]
    }
    let script: SedScript
    do throws(SedError) {
      script = try SedScript(
        scripts.joined(separator: "\n"), isExtended: options.has("E") || options.has("r"))
    } catch {
      await system.print(isBusybox ? "sed: \(error.ofBusybox)" : error.ofGNU, to: 2)
      return 1
    }
    let input = await TextInput(Array(operands), invocation, "sed")
    var run = SedRun(script, input.lines, isSilent: options.has("n"))
    run.run()
    if run.output.isEmpty { return input.status }
    return await system.printAll(run.output, "sed") ? input.status : 4
  }
}

/// One pass of a script over lines.
private struct SedRun {
  private let script: SedScript
  private let lines: [String]
  private let isSilent: Bool
  private(set) var output = ""
  private var number = 0
  /// The commands whose range has begun, with the line at which it ends where that is known.
  private var open: [Int: Int] = [:]

  init(_ script: SedScript, _ lines: [String], isSilent: Bool) {
    (self.script, self.lines, self.isSilent) = (script, lines, isSilent)
  }

  mutating func run() {
    while number < lines.count {
      number += 1
      if !edit(lines[number - 1]) { return }
    }
  }

  /// Takes one line through the script; false where the script ends there.
  private mutating func edit(_ line: String) -> Bool {
    var space = line
    for (index, command) in script.commands.enumerated() where isMeant(index, command, space) {
      switch command.action {
      case .print: show(space)
      case .delete: return true
      case .quit:
        if !isSilent { show(space) }
        return false
      case .number: show(String(number))
      case .next:
        if !isSilent { show(space) }
        guard number < lines.count else { return false }
        number += 1
        space = lines[number - 1]
      case .exchange(let letters): space = String(space.map { letters[$0] ?? $0 })
      case .replace(let replacement):
        guard let changed = replacement.applied(to: space) else { continue }
        space = changed
        if replacement.prints { show(space) }
      }
    }
    if !isSilent { show(space) }
    return true
  }

  private mutating func show(_ text: String) { output += text + "\n" }

  private mutating func isMeant(_ index: Int, _ command: SedCommand, _ space: String) -> Bool {
    isInRange(index, command, space) != command.isNegated
  }

  private mutating func isInRange(_ index: Int, _ command: SedCommand, _ space: String) -> Bool {
    guard let first = command.first else { return true }
    guard let last = command.last else { return isAt(first, space) }
    if let end = open[index] {
      if end > 0 ? number >= end : isAt(last, space) { open[index] = nil }
      return end == 0 || number <= end
    }
    guard isAt(first, space) else { return false }
    switch last {
    case .line(let end): if end > number { open[index] = end }
    case .lastLine: if number < lines.count { open[index] = lines.count }
    case .match: open[index] = 0
    }
    return true
  }

  private func isAt(_ address: SedAddress, _ space: String) -> Bool {
    switch address {
    case .line(let line): number == line
    case .lastLine: number == lines.count
    case .match(let expression): expression.matches(space[...])
    }
  }
}
