internal import SimKernel

extension Program {
  /// Shows the lines that match a pattern.
  ///
  /// `-v` those that do not, `-c` how many, `-q` nothing, `-i` in either case, `-n` with their
  /// numbers, `-E` by an extended expression; the status is 0 where there was one.
  static let grep = Program(name: "grep") { invocation in
    let options = Options(invocation.arguments, flags: "vcqinE", keys: "e")
    let system = invocation.system
    if let option = options.invalid { return await invocation.refuse(option, "grep") }
    var operands = options.operands[...]
    guard let pattern = options.value("e") ?? operands.popFirst() else {
      await system.print("Usage: grep [OPTION]... PATTERN [FILE]...", to: 2)
      return 2
    }
    let search: GrepSearch
    do throws(RegularExpressionError) {
      search = try GrepSearch(options, pattern, isNaming: operands.count > 1)
    } catch {
      let isBusybox = invocation.machine.tools.isBusybox
      let reason = isBusybox ? "bad regex '\(pattern)': \(error.rawValue)" : error.rawValue
      await system.print("grep: \(reason)", to: 2)
      return 2
    }
    var hasFound = false
    var hasFailed = false
    for path in operands.isEmpty ? ["-"] : Array(operands) {
      do throws(Errno) {
        let bytes =
          path == "-" ? try await system.rest(of: 0) : try await system.contents(of: path)
        let lines = search.lines(in: String(decoding: bytes, as: UTF8.self), path)
        hasFound = hasFound || lines.hasFound
        if !lines.text.isEmpty { try await system.write(1, Array(lines.text.utf8)) }
      } catch {
        await system.print("grep: \(path): \(error)", to: 2)
        hasFailed = true
      }
    }
    return hasFailed ? 2 : hasFound ? 0 : 1
  }
}

/// What `grep` looks for, and how it shows it.
private struct GrepSearch {
  let expression: RegularExpression
  let isInverted: Bool
  let isCounting: Bool
  let isSilent: Bool
  let isNumbering: Bool
  let isNaming: Bool

  init(
    _ options: Options, _ pattern: String, isNaming: Bool
  ) throws(RegularExpressionError) {
    expression = try RegularExpression(
      pattern, ignoresCase: options.has("i"), isExtended: options.has("E"))
    isInverted = options.has("v")
    isCounting = options.has("c")
    isSilent = options.has("q")
    isNumbering = options.has("n")
    self.isNaming = isNaming
  }

  func lines(in text: String, _ path: String) -> (text: String, hasFound: Bool) {
    let prefix = isNaming ? "\(path):" : ""
    var shown = ""
    var count = 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where number < lines.count - 1 || !line.isEmpty {
      guard expression.matches(line) != isInverted else { continue }
      count += 1
      shown += prefix + (isNumbering ? "\(number + 1):" : "") + line + "\n"
    }
    if isSilent { return ("", count > 0) }
    return (isCounting ? "\(prefix)\(count)\n" : shown, count > 0)
  }
}
