public import BookModel
internal import CommonMark
internal import Yams

extension BookSettings {
  /// The name of the settings file, in the book's folder.
  public static let fileName = "book.yml"

  /// Reads the text of a settings file.
  public static func reading(_ text: String) -> SettingsReading {
    var reader = SettingsReader(path: fileName)
    var settings = BookSettings()
    do {
      if let root = try SettingsText.root(of: text) { settings.read(root, with: &reader) }
    } catch {
      reader.report(at: error.position, error.summary)
    }
    return SettingsReading(settings: settings, diagnostics: reader.diagnostics.sorted())
  }

  private mutating func read(_ root: Node, with reader: inout SettingsReader) {
    let fields = reader.fields(of: root, named: BookSettings.fileName, allowed: Key.all)
    title = reader.text(fields[Key.title], named: Key.title) ?? title
    summary = reader.text(fields[Key.summary], named: Key.summary) ?? summary
    language =
      reader.text(
        fields[Key.language], named: Key.language, help: "such as en or pt-BR",
        where: \.isLanguageTag) ?? language
    textLanguages =
      reader.texts(
        fields[Key.textLanguages], named: Key.textLanguages,
        help: "one word each; swift and console are never only text", where: \.isTextLanguage)
      ?? textLanguages
    if let node = fields[Key.runtime] { runtime = Runtime(node, reader: &reader) }
    if let node = fields[Key.limits] { limits.read(node, with: &reader) }
    if let node = fields[Key.allow] { readBudgets(node, with: &reader) }
  }

  private mutating func readBudgets(_ node: Node, with reader: inout SettingsReader) {
    let fields = reader.fields(of: node, named: Key.allow, allowed: [Key.ignored, Key.noRun])
    let range = 0...1_000_000
    allowedIgnored =
      reader.number(fields[Key.ignored], named: Key.ignored, in: range) ?? allowedIgnored
    allowedNotRun = reader.number(fields[Key.noRun], named: Key.noRun, in: range) ?? allowedNotRun
  }

  private enum Key {
    static let title = "title"
    static let summary = "summary"
    static let language = "language"
    static let runtime = "runtime"
    static let textLanguages = "text-languages"
    static let limits = "limits"
    static let allow = "allow"
    static let ignored = "ignored"
    static let noRun = "no-run"
    static let all = [title, summary, language, runtime, textLanguages, limits, allow]
  }
}

extension BookSettings.Runtime {
  /// A runtime, or nil where a part of it is missing or wrong.
  fileprivate init?(_ node: Node, reader: inout SettingsReader) {
    let help = "letters, digits and '_', as in Swift"
    let fields = reader.fields(
      of: node, named: "runtime",
      allowed: ["product", "modules", "entry", "crash-signal", "session-keys"])
    let product = reader.text(
      fields["product"], named: "product", help: help, where: \.isIdentifier)
    let entry = reader.text(fields["entry"], named: "entry", help: help, where: \.isIdentifier)
    let modules = reader.texts(
      fields["modules"], named: "modules", help: help, where: \.isIdentifier)
    let signals = CrashSignal.allCases.map(\.rawValue)
    let crash = reader.word(fields["crash-signal"], named: "crash-signal", among: signals)
    let keys = reader.texts(
      fields["session-keys"], named: "session-keys",
      help: "lower-case letters, digits and hyphens; no word that a fence has already",
      where: { Naming.problem(inSessionKey: $0) == nil })
    if node.mapping != nil {
      for key in ["product", "modules", "entry"] where fields[key] == nil {
        reader.report(at: node.position, "the runtime has no '\(key)'")
      }
    }
    guard let product, let entry, let modules else { return nil }
    self.init(
      product: product, modules: modules, entry: entry,
      crashSignal: crash.flatMap(CrashSignal.init), sessionKeys: keys ?? [])
  }
}

extension RunLimits {
  private static var numbers:
    [(key: String, path: WritableKeyPath<RunLimits, Int>, range: ClosedRange<Int>)]
  {
    [
      ("wall-seconds", \.wallSeconds, 1...3600),
      ("cpu-seconds", \.cpuSeconds, 1...3600),
      ("memory-mib", \.memoryMiB, 16...1_048_576),
      ("output-kib", \.outputKiB, 1...1_048_576),
      ("file-kib", \.fileKiB, 1...1_048_576),
      ("processes", \.processes, 1...1024),
    ]
  }

  fileprivate mutating func read(_ node: Node, with reader: inout SettingsReader) {
    let fields = reader.fields(of: node, named: "limits", allowed: RunLimits.numbers.map(\.key))
    for (key, path, range) in RunLimits.numbers {
      self[keyPath: path] =
        reader.number(fields[key], named: key, in: range) ?? self[keyPath: path]
    }
  }
}

extension String {
  fileprivate var isIdentifier: Bool {
    guard let first, first == "_" || first.isLetter else { return false }
    return allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }

  fileprivate var isLanguageTag: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  fileprivate var isTextLanguage: Bool {
    let isWord = !contains { $0.isWhitespace || "`~=\",".contains($0) }
    return isWord && !["swift", "console"].contains(self)
  }
}
