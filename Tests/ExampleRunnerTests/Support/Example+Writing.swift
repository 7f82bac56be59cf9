import BookModel
import CommonMark

extension CodeBlock {
  /// A block whose first line stands at a line of a chapter, indented by some bytes.
  init(_ text: String, line: Int, indentation: Int = 0) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    self.init(
      fence: nil,
      lines: lines.enumerated().map { index, text in
        let position = SourcePosition(line: line + index, column: 1 + indentation)
        return CodeBlock.Line(text: String(text), position: position)
      })
  }
}

extension Listing {
  init(_ text: String, file: String = "Sample.swift", line: Int = 10, indentation: Int = 0) {
    let place = SourcePosition(line: line - 1, column: 1 + indentation)
    self.init(
      example: "sample", file: file,
      code: CodeBlock(text, line: line, indentation: indentation),
      location: SourceLocation(path: "chapters/01-sample.md", position: place))
  }
}

extension Session {
  /// A session, as a chapter has it: typed lines begin with the prompt.
  init(
    _ text: String, name: String = "main", line: Int = 100, _ expectation: Expectation = .completes,
    options: [SessionOption] = []
  ) {
    let code = CodeBlock(text, line: line)
    let typed = code.lines.filter { $0.text.hasPrefix(Session.prompt) }
    self.init(
      example: "sample", name: name, expectation: expectation, options: options,
      commands: typed.map {
        Command(text: String($0.text.dropFirst(Session.prompt.count)), position: $0.position)
      },
      code: code,
      location: SourceLocation(
        path: "chapters/01-sample.md", position: SourcePosition(line: line - 1, column: 1)))
  }
}

extension Example {
  /// An example of one chapter, from its listings and sessions.
  init(
    _ listings: [Listing], _ sessions: [Session], name: String = "sample",
    isOnlyCompiled: Bool = false
  ) {
    var files: [File] = []
    for listing in listings {
      if let index = files.firstIndex(where: { $0.name == listing.file }) {
        files[index].listings.append(listing)
      } else {
        files.append(File(name: listing.file, listings: [listing]))
      }
    }
    let own = sessions.map { session in
      var session = session
      session.example = name
      return session
    }
    self.init(
      name: name, chapter: "01-sample", files: files, sessions: own,
      isOnlyCompiled: isOnlyCompiled)
  }

  /// The smallest program that the tiny runtime runs.
  static func plain(_ sessions: Session...) -> Example { Example([.plain], sessions) }
}

extension Listing {
  static let plain = Listing(
    """
    import TinyKernel

    final class Sample: Module {}

    """)
}
