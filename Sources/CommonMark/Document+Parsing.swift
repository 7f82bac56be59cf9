extension Document {
  /// Parses a Markdown text; every text has a tree, and what could not be read is in `problems`.
  public init(parsing text: String) {
    guard text.utf8.count <= Parser.longestSource else {
      let problem = ParseProblem(
        position: SourcePosition(line: 1, column: 1), summary: "the text is too long to be parsed")
      self.init(blocks: [], problems: [problem])
      return
    }
    let source = SourceText(text)
    self = TreeBuilder.document(from: Parser.events(in: source), source: source)
  }
}
