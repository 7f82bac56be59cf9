internal import BookModel

/// The files that a reader gets for one example.
enum ExampleFiles {
  static let manifest = "Package.swift"

  /// Their names in the example's folder and their texts, in a fixed order.
  static func of(
    _ example: Example, runtime: BookSettings.Runtime?
  ) -> [(name: String, text: String)] {
    var files = example.files.map { (name: $0.name, text: $0.text) }
    for session in example.sessions {
      // A program that does not compile has no session: only what the compiler says.
      if session.expectation != .doesNotCompile {
        let typed = session.commands.map { $0.text + "\n" }.joined()
        files.append(("\(session.name).session", typed))
      }
      files.append(("\(session.name).expected", session.expected))
    }
    let others = files.map(\.name).filter { !$0.hasSuffix(".swift") }
    return files + [(manifest, ExamplePackage.text(example, runtime: runtime, excluded: others))]
  }
}
