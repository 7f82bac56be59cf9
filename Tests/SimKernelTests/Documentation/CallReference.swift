import Foundation

/// What the documentation comments say of every call that a module has.
struct CallReference {
  /// One call, as its comment describes it.
  struct Entry {
    /// The folder of its file, below the runtime's.
    var topic: String
    /// Its name with labels: `addTimer(_:expires:)`.
    var name: String
    /// `Process context, may sleep`.
    var context: String
    /// What stands behind `C:`, without the kernels.
    var cNames: [String]
    /// The kernels that have it: `2.2`, `2.4`, `2.6`, `6.1`.
    var kernels: Set<String>
    var returns: String
    var throwing: String

    var baseName: String { String(name.prefix { $0 != "(" }) }
  }

  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let generations = ["2.2", "2.4", "2.6", "6.1"]

  private(set) var entries: [Entry] = []
  /// Calls whose comment does not say the context, the C name or the kernels in the usual words.
  private(set) var silent: [String] = []

  init() throws {
    let root = Self.package.appendingPathComponent("Sources/SimKernel").path
    let paths = FileManager.default.subpaths(atPath: root) ?? []
    // What a module provides, and the kernel calls, is described at the requirements themselves.
    for path in paths.sorted() where path.hasSuffix(".swift") && path != "Module/Module.swift" {
      read(try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8), path: path)
    }
  }

  private mutating func read(_ text: String, path: String) {
    var comment: [String] = []
    var isOfModule = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " }
      if line.hasPrefix("extension Module {") { isOfModule = true }
      if line.hasPrefix("}") { isOfModule = false }
      if code.hasPrefix("///") {
        comment.append(String(code.dropFirst(3).drop { $0 == " " }))
      } else if !code.hasPrefix("@") {
        if isOfModule, code.hasPrefix("public ") {
          add(lines[index...].prefix { !$0.isEmpty }.joined(separator: " "), comment, path: path)
        }
        comment = []
      }
    }
  }

  private mutating func add(_ declaration: String, _ comment: [String], path: String) {
    let text = comment.joined(separator: " ")
    let name = Self.name(of: declaration)
    // A second form of a call, with another type, refers to the first or says the same.
    if text.contains("As ``Module/") || entries.last?.name == name { return }
    guard
      let said = try? #/(?:^| |\.)((?:Process|Any|A)[^.]*(?:2\.4[^.]*)?)\. C: (.+)$/#
        .firstMatch(in: text), let kernels = Self.kernels(in: String(said.2))
    else {
      silent.append("\(path): \(name)")
      return
    }
    let context = said.1.split(separator: ". ").last.map(String.init) ?? ""
    entries.append(
      Entry(
        topic: String(path.prefix { $0 != "/" }), name: name, context: context,
        cNames: kernels.names, kernels: kernels.kernels,
        returns: Self.returned(by: declaration, comment),
        throwing: Self.part("Throws", of: comment)))
  }

  /// The names that stand behind `C:`, and the kernels in brackets behind them; none means all.
  private static func kernels(in text: String) -> (names: [String], kernels: Set<String>)? {
    var names: [String] = []
    var kernels: Set<String> = []
    var rest = text[...]
    while let match = try? #/^(?:, |a )?`([^`]+)`(?: \(([^)]*)\))?/#.firstMatch(in: rest) {
      names.append(String(match.1))
      guard let some = generations(in: match.2.map(String.init)) else { return nil }
      kernels.formUnion(some)
      rest = rest[match.range.upperBound...]
    }
    return names.isEmpty ? nil : (names, kernels)
  }

  /// `from 2.4 on`, `2.2 to 2.6`, `2.2 and 2.4`, `6.1`; nil for other words.
  private static func generations(in words: String?) -> Set<String>? {
    guard let words else { return Set(generations) }
    let named = generations.filter { words.contains($0) }
    let (first, last) = (named.first ?? "", named.last ?? "")
    switch words {
    case "from \(first) on": return Set(generations.drop { $0 != first })
    case "\(first) to \(last)":
      return Set(generations.filter { first <= $0 && $0 <= last })
    case "\(first) and \(last)", first: return Set(named)
    default: return nil
    }
  }

  /// `addTimer(_:expires:)`, as DocC names it.
  private static func name(of declaration: String) -> String {
    guard let match = try? #/(?:func|var) (\w+)/#.firstMatch(in: declaration) else { return "" }
    guard declaration.contains("func \(match.1)") else { return String(match.1) }
    var labels = ""
    var depth = 0
    var word = ""
    for character in declaration[match.range.upperBound...].drop(while: { $0 != "(" }) {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if depth == 0 { break }
      guard depth == 1 else { continue }
      if character == ":" {
        labels += (word.split(whereSeparator: { " (".contains($0) }).first ?? "") + ":"
        word = "-"
      } else if character == "," {
        word = ""
      } else if word != "-" {
        word.append(character)
      }
    }
    return "\(match.1)(\(labels))"
  }

  /// What stands behind `- Returns:`; else, for what has a value, the first sentence.
  private static func returned(by declaration: String, _ comment: [String]) -> String {
    let said = part("Returns", of: comment)
    let signature = declaration.prefix { $0 != "{" }
    let isValue = signature.firstMatch(
      of: #/^ *public var |\) (?:async )?(?:throws\(Errno\) )?-> [^)]*$/#)
    guard said.isEmpty, isValue != nil else { return said }
    return comment.prefix { !$0.isEmpty }.joined(separator: " ")
  }

  /// The text of `- Returns:` or `- Throws:`.
  private static func part(_ key: String, of comment: [String]) -> String {
    guard let start = comment.firstIndex(where: { $0.hasPrefix("- \(key):") }) else { return "" }
    let rest = comment[(start + 1)...].prefix { !$0.isEmpty && !$0.hasPrefix("- ") }
    let words = [String(comment[start].dropFirst(key.count + 3))] + rest
    return words.joined(separator: " ").trimmingCharacters(in: .whitespaces)
  }
}
