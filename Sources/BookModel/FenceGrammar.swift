/// The words that a fence of one language may have.
struct FenceGrammar {
  var language: String
  /// Words that need a value.
  var keys: [String]
  /// Words that have none.
  var flags: [String]
  /// Words that the program reads: each may have a value.
  var options: [String] = []

  static let swift = FenceGrammar(
    language: "swift", keys: ["example", "file", "ignore"], flags: ["no_run"])
  static let console = FenceGrammar(
    language: "console", keys: ["example", "session", "ignore"],
    flags: ["crash", "compile_fail", "no_run"])
  static let text = FenceGrammar(language: "text", keys: [], flags: [])

  /// The grammar of a language; nil for a language that the book does not know.
  static func of(
    _ language: String, textLanguages: [String], sessionKeys: [String]
  ) -> FenceGrammar? {
    if language == swift.language { return swift }
    if language == console.language {
      var grammar = console
      grammar.options = sessionKeys
      return grammar
    }
    let isText = language == text.language || textLanguages.contains(language)
    return isText ? FenceGrammar(language: language, keys: [], flags: []) : nil
  }

  var words: [String] { keys + flags + options }

  /// All that may follow the language, as a sentence of help.
  var help: String {
    if words.isEmpty { return "nothing follows '\(language)'" }
    let words = keys.map { "\($0)=" } + flags + options.map { "\($0)[=]" }
    return "allowed after '\(language)': \(words.joined(separator: ", "))"
  }
}
