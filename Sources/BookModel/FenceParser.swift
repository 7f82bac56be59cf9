internal import CommonMark

/// Reads one info string, and collects all that is wrong with it.
struct FenceParser {
  let fence: CodeBlock.Fence
  let path: String
  let textLanguages: [String]
  let sessionKeys: [String]
  private(set) var diagnostics: [Diagnostic] = []

  init(fence: CodeBlock.Fence, path: String, textLanguages: [String], sessionKeys: [String]) {
    self.fence = fence
    self.path = path
    self.textLanguages = textLanguages
    self.sessionKeys = sessionKeys
  }

  /// What the info string means; of no use where there are diagnostics.
  mutating func parse() -> FenceInfo? {
    let words = FenceWord.words(of: fence.info)
    guard let first = words.first else { return FenceInfo(language: nil, role: .text) }
    guard let grammar = grammar(for: first) else { return nil }
    let values = collect(words.dropFirst(), grammar: grammar)
    let language = grammar.language
    if let reason = values["ignore"] {
      return ignored(reason, values: values, language: language)
    }
    switch language {
    case FenceGrammar.swift.language: return listing(values)
    case FenceGrammar.console.language: return session(values)
    default: return FenceInfo(language: language, role: .text)
    }
  }

  /// The grammar of the language, or the one that was probably meant, so that more can be checked.
  private mutating func grammar(for word: FenceWord) -> FenceGrammar? {
    let known = ["swift", "console", "text"] + textLanguages.filter { $0 != "text" }
    let help = "the languages of this book are \(known.joined(separator: ", "))"
    if word.value != nil {
      report(at: word.offset, "the language is missing before '\(word.key)='", help: help)
      return nil
    }
    if let grammar = grammar(of: word.key) { return grammar }
    // Other tools separate words by commas.
    let name = word.key.prefix { $0 != "," }
    let nearest = Spelling.nearest(to: String(name), in: known)
    let advice =
      word.key.contains(",")
      ? "words are separated by blanks" : nearest.map { "did you mean '\($0)'?" }
    report(
      at: word.offset, "unknown language '\(word.key)'",
      help: [advice, help].compactMap(\.self).joined(separator: "; "))
    return nearest.flatMap(grammar(of:))
  }

  private func grammar(of language: String) -> FenceGrammar? {
    FenceGrammar.of(language, textLanguages: textLanguages, sessionKeys: sessionKeys)
  }

  /// The words by key; a second one of the same key, and every wrong one, is reported.
  private mutating func collect(
    _ words: ArraySlice<FenceWord>, grammar: FenceGrammar
  ) -> [String: FenceWord] {
    var values: [String: FenceWord] = [:]
    for var word in words {
      if let problem = problem(in: word, grammar: grammar) {
        report(at: problem.offset, problem.summary, help: problem.help)
        // A misspelled word counts as the one that was meant: that word is not missing as well.
        if let meant = problem.meant { word.key = meant }
      }
      guard grammar.words.contains(word.key) else { continue }
      if values[word.key] != nil {
        report(at: word.offset, "'\(word.key)' is given twice")
      } else {
        values[word.key] = word
      }
    }
    return values
  }

  private struct WordProblem {
    var offset: Int
    var summary: String
    var help: String?
    /// The word that was probably meant, where the word itself is not allowed.
    var meant: String?
  }

  private func problem(in word: FenceWord, grammar: FenceGrammar) -> WordProblem? {
    let isKey = grammar.keys.contains(word.key)
    let isOption = grammar.options.contains(word.key)
    guard isKey || isOption || grammar.flags.contains(word.key) else {
      return unknownWord(word, grammar: grammar)
    }
    if let problem = word.problem { return WordProblem(offset: word.valueOffset, summary: problem) }
    if !isKey, !isOption, word.value != nil {
      return WordProblem(offset: word.offset, summary: "'\(word.key)' takes no value")
    }
    if isKey && word.value == nil || word.value?.isEmpty == true {
      let form =
        isOption
        ? "\(word.key)=VALUE" : word.key == "ignore" ? "ignore=\"reason\"" : "\(word.key)=NAME"
      return WordProblem(
        offset: word.offset, summary: "'\(word.key)' needs a value", help: "write \(form)")
    }
    return nil
  }

  private func unknownWord(_ word: FenceWord, grammar: FenceGrammar) -> WordProblem {
    let isMisplaced =
      sessionKeys.contains(word.key)
      || [FenceGrammar.swift, .console].contains { $0.words.contains(word.key) }
    let meant = Spelling.nearest(to: word.key, in: grammar.words)
    let question = meant.map { "did you mean '\($0)'?" }
    return WordProblem(
      offset: word.offset,
      summary: isMisplaced
        ? "'\(word.key)' has no meaning in a \(grammar.language) block"
        : "unknown word '\(word.key)'",
      help: [isMisplaced ? nil : question, grammar.help].compactMap(\.self).joined(separator: "; "),
      meant: isMisplaced ? nil : meant)
  }

  /// Records a mistake at a byte of the info string; of two in one word, the first is enough.
  mutating func report(at offset: Int, _ summary: String, help: String? = nil) {
    let position = SourcePosition(
      line: fence.infoPosition.line, column: fence.infoPosition.column + offset)
    let location = SourceLocation(path: path, position: position)
    guard !diagnostics.contains(where: { $0.location == location }) else { return }
    diagnostics.append(Diagnostic(.error, at: location, summary, help: help))
  }
}
