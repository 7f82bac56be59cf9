internal import SimKernel

extension Program {
  /// Shows each of the lines that follow one another and are alike once: `-c` with how many there
  /// are, `-d` only those of which there are several, `-u` only those that are alone.
  static let uniq = Program(name: "uniq") { invocation in
    let options = Options(invocation.arguments, flags: "cdu")
    if let option = options.invalid { return await invocation.refuse(option, "uniq") }
    let input = await TextInput(options.operands, invocation, "uniq")
    var groups: [(line: String, count: Int)] = []
    for line in input.lines {
      if groups.last?.line == line {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((line, 1))
      }
    }
    let shown = groups.filter { group in
      !(options.has("d") && group.count == 1) && !(options.has("u") && group.count > 1)
    }
    let lines = shown.map { group in
      (options.has("c") ? String(group.count).leftPadded(7) + " " : "") + group.line + "\n"
    }
    return await invocation.system.printAll(lines.joined(), "uniq") ? input.status : 1
  }
}
