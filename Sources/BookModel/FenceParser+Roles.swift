extension FenceParser {
  /// `ignore="reason"`, which stands alone.
  mutating func ignored(
    _ reason: FenceWord, values: [String: FenceWord], language: String
  ) -> FenceInfo? {
    let others = values.values.filter { $0.key != reason.key }.sorted { $0.offset < $1.offset }
    for word in others {
      report(
        at: word.offset, "'\(word.key)' and 'ignore' exclude each other",
        help: "a block that is ignored belongs to no example")
    }
    let text = reason.value ?? ""
    if !text.isEmpty, text.allSatisfy(\.isWhitespace) {
      report(at: reason.valueOffset, "'ignore' needs a reason")
    }
    return FenceInfo(language: language, role: .ignored(reason: text))
  }

  /// `example=NAME file=FILE [no_run]`.
  mutating func listing(_ values: [String: FenceWord]) -> FenceInfo? {
    let example = requiredExample(values, form: "swift example=NAME file=FILE.swift")
    if values["example"] != nil, values["file"] == nil {
      report(at: 0, "the listing names no file", help: "add file=FILE.swift")
    }
    if let word = values["file"], let name = word.value, !name.isEmpty,
      let problem = Naming.problem(inFileName: name)
    {
      report(at: word.valueOffset, "'\(name)' cannot be a file of an example", help: problem)
    }
    let file = values["file"]?.value ?? ""
    return FenceInfo(
      language: "swift",
      role: .listing(example: example, file: file, isOnlyCompiled: values["no_run"] != nil))
  }

  /// `example=NAME [session=NAME] [crash | compile_fail | no_run] { option }`.
  mutating func session(_ values: [String: FenceWord]) -> FenceInfo? {
    let example = requiredExample(values, form: "console example=NAME")
    let name = values["session"]?.value ?? "main"
    checkName(values["session"])
    let expectations: [(flag: String, expectation: Session.Expectation)] = [
      ("crash", .crashes), ("compile_fail", .doesNotCompile), ("no_run", .isNotRun),
    ]
    let given = expectations.compactMap { choice in
      values[choice.flag].map { (word: $0, expectation: choice.expectation) }
    }.sorted { $0.word.offset < $1.word.offset }
    for (word, _) in given.dropFirst() {
      report(
        at: word.offset, "'\(word.key)' and '\(given[0].word.key)' exclude each other",
        help: "a session comes to one end: crash, compile_fail, no_run, or none of them")
    }
    let expectation = given.first?.expectation ?? .completes
    return FenceInfo(
      language: "console",
      role: .session(
        example: example, name: name, expectation: expectation,
        options: options(values, of: expectation)))
  }

  /// What the program reads, in the order in which it was written.
  private mutating func options(
    _ values: [String: FenceWord], of expectation: Session.Expectation
  ) -> [SessionOption] {
    let words = values.values.filter { sessionKeys.contains($0.key) }
      .sorted { $0.offset < $1.offset }
    for word in words where expectation == .doesNotCompile {
      report(
        at: word.offset, "'\(word.key)' and 'compile_fail' exclude each other",
        help: "there is no program that could read '\(word.key)'")
    }
    return words.map { SessionOption(key: $0.key, value: $0.value) }
  }

  private mutating func requiredExample(_ values: [String: FenceWord], form: String) -> String {
    guard let word = values["example"] else {
      report(
        at: 0, "the block belongs to no example",
        help: "write \(form), or say why it is not compiled: ignore=\"reason\"")
      return ""
    }
    checkName(word)
    return word.value ?? ""
  }

  private mutating func checkName(_ word: FenceWord?) {
    guard let word, let name = word.value, !name.isEmpty,
      let problem = Naming.problem(inName: name)
    else { return }
    report(at: word.valueOffset, "'\(name)' cannot be a name", help: problem)
  }
}
