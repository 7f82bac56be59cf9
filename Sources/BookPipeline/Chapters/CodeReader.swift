internal import BookModel
internal import CommonMark

/// Gives each code block of a chapter its meaning, and collects what is wrong with it.
struct CodeReader {
  let path: String
  let textLanguages: [String]
  let sessionKeys: [String]
  /// Examples that a fence with mistakes names.
  private(set) var brokenExamples: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, textLanguages: [String], sessionKeys: [String]) {
    self.path = path
    self.textLanguages = textLanguages
    self.sessionKeys = sessionKeys
  }

  /// The meaning of a block; nil where its fence has mistakes, which are then recorded.
  mutating func read(_ code: CodeBlock, at start: SourcePosition) -> ChapterCode? {
    let location = SourceLocation(path: path, position: code.fence?.position ?? start)
    guard let fence = code.fence else {
      return .text(TextBlock(language: nil, code: code, location: location))
    }
    let reading = FenceInfo.reading(
      fence, path: path, textLanguages: textLanguages, sessionKeys: sessionKeys)
    diagnostics += reading.diagnostics
    guard fence.isClosed else {
      reportOpenFence(of: code, at: location)
      if let example = reading.example { brokenExamples.insert(example) }
      return nil
    }
    guard let info = reading.info else {
      if let example = reading.example { brokenExamples.insert(example) }
      return nil
    }
    switch info.role {
    case .text:
      return .text(TextBlock(language: info.language, code: code, location: location))
    case .ignored(let reason):
      let language = info.language ?? ""
      return .ignored(
        IgnoredCode(language: language, reason: reason, code: code, location: location))
    case .listing(let example, let file, let isOnlyCompiled):
      return listing(
        Listing(
          example: example, file: file, isOnlyCompiled: isOnlyCompiled, code: code,
          location: location))
    case .session(let example, let name, let expectation, let options):
      return session(
        Session(
          example: example, name: name, expectation: expectation, options: options,
          commands: code.commands, code: code, location: location))
    }
  }

  /// One mistake, although the examples are broken whose blocks the open one has swallowed.
  private mutating func reportOpenFence(of code: CodeBlock, at location: SourceLocation) {
    report(
      at: location, "the fence is never closed",
      help: "close it by a line with the same fence, in the same list item or quote")
    for line in code.lines {
      guard let word = line.text.firstMatch(of: /example="?([a-z][a-z0-9-]*)/) else { continue }
      brokenExamples.insert(String(word.output.1))
    }
  }

  private mutating func listing(_ listing: Listing) -> ChapterCode {
    if listing.code.lines.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) {
      report(at: listing.location, "the listing is empty")
    }
    return .listing(listing)
  }

  private mutating func session(_ session: Session) -> ChapterCode {
    let hasCommands = session.commands.contains { !$0.text.allSatisfy(\.isWhitespace) }
    let first = session.code.lines.first
    if session.expectation == .doesNotCompile {
      if let command = session.commands.first {
        report(
          at: SourceLocation(path: path, position: command.position),
          "there is no program to type a command into",
          help: "a compile_fail block holds what the compiler says, and nothing else")
      } else if first == nil {
        report(at: session.location, "the block is empty", help: "it holds what the compiler says")
      }
    } else if let first, !first.text.hasPrefix(Session.prompt) {
      report(
        at: SourceLocation(path: path, position: first.position),
        "a session starts with a command, not with output", help: promptHelp)
    } else if !hasCommands {
      report(at: session.location, "the session has no command", help: promptHelp)
    }
    return .session(session)
  }

  private var promptHelp: String { "what is typed stands on a line after '\(Session.prompt)'" }

  private mutating func report(
    at location: SourceLocation, _ summary: String, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(.error, at: location, summary, help: help))
  }
}

extension CodeBlock {
  /// The lines that begin with a prompt, without it.
  fileprivate var commands: [Session.Command] {
    lines.filter { $0.text.hasPrefix(Session.prompt) }.map { line in
      let position = SourcePosition(
        line: line.position.line, column: line.position.column + Session.prompt.utf8.count)
      return Session.Command(
        text: String(line.text.dropFirst(Session.prompt.count)), position: position)
    }
  }
}
