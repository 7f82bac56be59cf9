extension FailureCase {
  /// Mistakes in the settings file.
  static let settings = [
    settings(
      "unknown keys", "▸titel: A\nlimits:\n  ▸wall: 1\nallow: { ▸ignore: 1 }\n",
      ["unknown key 'titel'", "unknown key 'wall'", "unknown key 'ignore'"]),
    settings(
      "wrong values",
      """
      title: ▸[a]
      summary:▸
      language: ▸deutsch und englisch
      text-languages: ▸c
      limits:
        wall-seconds: ▸0
        cpu-seconds: ▸ten
        memory-mib: ▸99999999999999999999
        processes: ▸[1]
      allow:
        no-run: ▸-1
        ignored: ▸1.5
      """,
      [
        "'title' must be a text", "'summary' must be a text",
        "'deutsch und englisch' is no good value of 'language'", "'text-languages' must be a list",
        "'wall-seconds' must be a whole number", "'cpu-seconds' must be a whole number",
        "'memory-mib' must be a whole number", "'processes' must be a whole number",
        "'no-run' must be a whole number", "'ignored' must be a whole number",
      ]),
    settings(
      "languages that are no text", "text-languages: [c, ▸swift, ▸\"a b\"]\n",
      [
        "'swift' is no good value of 'text-languages'",
        "'a b' is no good value of 'text-languages'",
      ]),
    settings(
      "half a runtime", "runtime:\n  ▸product: A\n  entry: ▸a()\n  moduls: [B]\n",
      ["the runtime has no 'modules'", "'a()' is no good value of 'entry'"],
      more: ["book.yml:4:3: error: unknown key 'moduls'"]),
    settings(
      "a signal that there is not",
      "runtime: { product: A, entry: a, modules: [B], crash-signal: ▸SIGABORT }\n",
      ["'SIGABORT' is no good value of 'crash-signal'"]),
    settings(
      "words for a fence that it cannot have",
      "runtime: { product: A, entry: a, modules: [B], session-keys: [cpus, ▸Cpus, ▸crash, ▸a=b] }\n",
      [
        "'Cpus' is no good value of 'session-keys'", "'crash' is no good value of 'session-keys'",
        "'a=b' is no good value of 'session-keys'",
      ]),
    settings("a list", "▸- title\n", ["book.yml must be a mapping"]),
    settings("a part that is no mapping", "limits: ▸10\n", ["limits must be a mapping"]),
    settings("a key twice", "▸title: A\ntitle: B\n", ["'title' is given twice"]),
    settings(
      "no YAML", "title: \"A\nsummary: B\n",
      more: [
        "book.yml:3:1: error: the file is not YAML: found unexpected end of stream"
      ]),
    settings(
      "a tab", "limits:\n▸\twall-seconds: 1\n",
      [
        "the file is not YAML: found character that cannot start any token"
      ]),
    settings(
      "brackets without end", "▸title: " + String(repeating: "[", count: 60_000) + "\n",
      ["the values nest too deeply"]),
    settings(
      "hyphens without end", "▸" + String(repeating: "- ", count: 30_000) + "\n",
      ["the values nest too deeply"]),
    settings(
      "far too much", "title: A\n" + String(repeating: "#", count: 70_000) + "\n",
      more: ["book.yml: error: the file is longer than 64 KiB"]),
  ]

  private static func settings(
    _ name: String, _ text: String, _ errors: [String] = [], more: [String] = []
  ) -> FailureCase {
    FailureCase(
      "settings with " + name, files: ["book.yml": text], errors: errors, ofFiles: more)
  }
}
