internal import SimKernel

/// Replacing what words hold: variables, the output of commands, patterns for file names.
extension Shell {
  /// A word as it grows: its characters, each with whether it means itself.
  private typealias Field = [ShellPattern.Symbol]

  /// The most that the words of one command can be, in characters.
  ///
  /// C: `ARG_MAX`.
  private static let longest = 131_072

  /// The words that words stand for; nil, after a message, where they are too long.
  func expand(_ words: [ShellWord], _ system: SystemCalls) async -> [String]? {
    var result: [String] = []
    var length = 0
    for word in words {
      for field in await fields(of: word, system) {
        let names = await names(matching: field, system)
        length += names.reduce(0) { $0 + $1.utf8.count + 1 }
        result += names
      }
      guard length <= Self.longest else {
        await complain(dialect.line("\(Errno.E2BIG)"), status: 126, system)
        return nil
      }
    }
    return result
  }

  /// The one text that a word stands for, as in an assignment; nil, after a message, where it is too
  /// long.
  func expand(_ word: ShellWord, _ system: SystemCalls) async -> String? {
    var text = ""
    for part in word.parts { text += await replacement(of: part, system) }
    guard text.utf8.count <= Self.longest else {
      await complain(dialect.line("\(Errno.E2BIG)"), status: 126, system)
      return nil
    }
    return text
  }

  private func replacement(of part: ShellWord.Part, _ system: SystemCalls) async -> String {
    switch part {
    case .text(let text), .quoted(let text): text
    case .variable(let name, _): value(of: name, system)
    case .command(let line, _): await output(of: line, system)
    case .arithmetic(let text): await result(of: text, system)
    }
  }

  /// A word with what it holds replaced, and split at the blanks of what was not quoted.
  private func fields(of word: ShellWord, _ system: SystemCalls) async -> [Field] {
    var fields: [Field] = []
    // Nil between words: a blank does not begin one, and a quote does, even round nothing.
    var open: Field?
    for part in word.parts {
      let text = await replacement(of: part, system)
      switch part {
      case .text: open = (open ?? []) + text.map { .init(character: $0, isQuoted: false) }
      case .quoted, .variable(_, isQuoted: true), .command(_, isQuoted: true):
        open = (open ?? []) + text.map { .init(character: $0, isQuoted: true) }
      case .variable, .command, .arithmetic:
        for character in text {
          if !character.isWhitespace {
            open = open ?? []
            open?.append(.init(character: character, isQuoted: false))
          } else if let field = open {
            fields.append(field)
            open = nil
          }
        }
      }
    }
    if let open { fields.append(open) }
    return fields
  }

  /// What a name stands for; nothing where nobody has set it.
  private func value(of name: String, _ system: SystemCalls) -> String {
    switch name {
    case "?": String(lastStatus)
    case "!": jobs.lastStarted.map(String.init) ?? ""
    case "$": String(system.process.pid)
    case "#": String(arguments.count)
    case "@", "*": arguments.joined(separator: " ")
    case "0": dialect.rawValue
    case "PWD": system.workingFolder
    case "HOME": variables[name] ?? "/root"
    default:
      if let number = Int(name) {
        arguments.indices.contains(number - 1) ? arguments[number - 1] : ""
      } else {
        variables[name] ?? ""
      }
    }
  }

  /// A text with what it holds replaced, as between double quotes.
  private func expandQuoted(_ text: String, _ system: SystemCalls) async -> String {
    guard text.contains("$") || text.contains("`") else { return text }
    do throws(ShellSyntaxError) {
      var lexer = ShellLexer("\"\(text)\"")
      guard case .word(let word)? = try lexer.tokens().first?.token else { return text }
      return await expand(word, system) ?? ""
    } catch { return text }
  }

  /// What a text between `$((` and `))` comes to.
  private func result(of text: String, _ system: SystemCalls) async -> String {
    let text = await expandQuoted(text, system)
    var arithmetic = ShellArithmetic(text) { [unowned self] in value(of: $0, system) }
    do throws(ShellArithmetic.Failure) {
      return String(try arithmetic.result())
    } catch {
      await complain(dialect.message(error, text), status: dialect == .bash ? 1 : 2, system)
      isOver = isForOneLine || depth > 0
      return ""
    }
  }

  /// What a line writes, without the newlines at its end; it runs in a shell of its own.
  private func output(of line: String, _ system: SystemCalls) async -> String {
    do throws(Errno) {
      let pipe = try await system.pipe()
      let process = try spawn(dialect.rawValue, system) { child in
        do throws(Errno) {
          try await child.close(pipe.reading)
          try await child.move(pipe.writing, to: 1)
        } catch { return 1 }
        let shell = Shell(from: self)
        await shell.execute(line, child)
        return shell.lastStatus
      }
      try await system.close(pipe.writing)
      var bytes: [UInt8] = []
      while case let part = try await system.read(pipe.reading, count: 4096), !part.isEmpty {
        bytes += part
        // Nobody listens to the rest: whoever still writes dies of it.
        if bytes.count > Self.longest { break }
      }
      try await system.close(pipe.reading)
      lastStatus = await wait(for: [process], system)
      while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      await complain(dialect.cannotFork(error), status: 254, system)
      return ""
    }
  }

  /// The files that a word means, in order, where it is a pattern; else the word itself.
  private func names(matching field: Field, _ system: SystemCalls) async -> [String] {
    let itself = String(field.map(\.character))
    guard ShellPattern(field).isPattern else { return [itself] }
    let isAbsolute = field.first?.character == "/"
    var found = [isAbsolute ? "/" : ""]
    for part in field.split(separator: .init(character: "/", isQuoted: false)) {
      let pattern = ShellPattern(part)
      var next: [String] = []
      for folder in found {
        let prefix = folder.isEmpty || folder == "/" ? folder : folder + "/"
        let names = (try? await system.names(in: folder.isEmpty ? "." : folder)) ?? []
        next += names.filter(pattern.matches(file:)).sorted().map { prefix + $0 }
      }
      found = next
    }
    return found.isEmpty ? [itself] : found
  }
}
