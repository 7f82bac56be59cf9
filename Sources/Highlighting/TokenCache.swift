internal import BookModel
internal import Foundation

/// Keeps the tokens of programs on disk, by everything that they depend on.
struct TokenCache: Sendable {
  /// What a file of the cache holds; the key is there in full, so a clash of names is seen.
  private struct Entry: Codable {
    var key: String
    var tokens: ProgramTokens
  }

  /// The folder.
  let directory: String
  /// A text that changes whenever other tokens would be found for the same program.
  let version: String

  /// The tokens of an example, where the very same program has been seen before.
  func tokens(of example: Example) -> ProgramTokens? {
    let key = key(of: example)
    guard let data = FileManager.default.contents(atPath: path(of: key)),
      let entry = try? JSONDecoder().decode(Entry.self, from: data),
      entry.key == key, entry.tokens.isComplete(for: example)
    else { return nil }
    return entry.tokens
  }

  /// Keeps the tokens of an example.
  ///
  /// A failure is nobody's to mend: the page has its colours all the same, and the next build asks
  /// the server again. A folder that cannot be written is reported by the build's own files.
  func store(_ tokens: ProgramTokens, of example: Example) {
    let key = key(of: example)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(Entry(key: key, tokens: tokens)) else { return }
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    try? data.write(to: URL(fileURLWithPath: path(of: key)), options: .atomic)
  }

  /// Forgets every program but these; what cannot be removed costs room and nothing else.
  func prune(keeping examples: [Example]) {
    let kept = Set(examples.map { name(of: key(of: $0)) })
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names where name.hasPrefix(Self.prefix) && !kept.contains(name) {
      try? FileManager.default.removeItem(atPath: "\(directory)/\(name)")
    }
  }

  /// Every file of the program is part of the key, for each can change what another one means.
  private func key(of example: Example) -> String {
    let files = example.files.map { "\($0.name)\n\($0.text.utf8.count)\n\($0.text)" }
    return ([Self.format, version] + files).joined(separator: "\n")
  }

  private func path(of key: String) -> String { "\(directory)/\(name(of: key))" }

  private func name(of key: String) -> String {
    "\(Self.prefix)\(String(key.stableHash, radix: 16)).json"
  }

  /// What the names of the cache's files begin with.
  private static let prefix = "tokens-"

  /// Changes whenever this program makes other tokens out of the same answers.
  private static let format = "quire tokens 1"
}

extension String {
  /// A number that is the same in every run, unlike the standard library's (this is FNV-1a).
  fileprivate var stableHash: UInt64 {
    utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
