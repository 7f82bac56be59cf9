internal import BookModel
internal import CommonMark
internal import Yams

/// Takes typed values out of YAML nodes, and collects what is wrong with them.
struct SettingsReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// The values of a mapping by key; keys that are not allowed are reported.
  mutating func fields(of node: Node, named name: String, allowed: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      report(
        at: node.position, "\(name) must be a mapping",
        help: "its keys are \(allowed.joined(separator: ", "))")
      return [:]
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let word = key.scalar?.string ?? ""
      guard allowed.contains(word) else {
        let help = [
          Spelling.question(for: word, in: allowed),
          "\(name) may have \(allowed.joined(separator: ", "))",
        ]
        report(
          at: key.position, "unknown key '\(word)'",
          help: help.compactMap(\.self).joined(separator: "; ")
        )
        continue
      }
      fields[word] = value
    }
    return fields
  }

  /// A text; nil where there is none, or a wrong one.
  mutating func text(_ node: Node?, named name: String) -> String? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, !text.allSatisfy(\.isWhitespace) else {
      report(at: node.position, "'\(name)' must be a text")
      return nil
    }
    return text
  }

  /// A text that keeps to a rule, which the help states.
  mutating func text(
    _ node: Node?, named name: String, help: String, where isGood: (String) -> Bool
  ) -> String? {
    guard let text = text(node, named: name) else { return nil }
    guard isGood(text) else {
      report(at: node?.position, "'\(text)' is no good value of '\(name)'", help: help)
      return nil
    }
    return text
  }

  /// One of some words.
  mutating func word(_ node: Node?, named name: String, among allowed: [String]) -> String? {
    guard let word = text(node, named: name) else { return nil }
    guard allowed.contains(word) else {
      let help = [
        Spelling.question(for: word, in: allowed),
        "it is one of \(allowed.joined(separator: ", "))",
      ]
      report(
        at: node?.position, "'\(word)' is no good value of '\(name)'",
        help: help.compactMap(\.self).joined(separator: "; "))
      return nil
    }
    return word
  }

  /// A whole number in a range.
  mutating func number(_ node: Node?, named name: String, in range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let number = (node.scalar?.string).flatMap({ Int($0) }), range.contains(number) else {
      report(
        at: node.position, "'\(name)' must be a whole number",
        help: "from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A list of texts that keep to a rule; a wrong one is left out.
  mutating func texts(
    _ node: Node?, named name: String, help: String, where isGood: (String) -> Bool
  ) -> [String]? {
    guard let node else { return nil }
    guard let sequence = node.sequence else {
      report(at: node.position, "'\(name)' must be a list", help: "write it as [one, two]")
      return nil
    }
    var texts: [String] = []
    for element in sequence {
      if let text = text(element, named: name, help: help, where: isGood) { texts.append(text) }
    }
    return texts
  }

  /// Records a mistake.
  mutating func report(at position: SourcePosition?, _ summary: String, help: String? = nil) {
    let location = SourceLocation(path: path, position: position)
    diagnostics.append(Diagnostic(.error, at: location, summary, help: help))
  }
}

extension Node {
  /// Where it stands; nil for a node that no file holds.
  var position: SourcePosition? { mark?.position }
}

extension Mark {
  /// The place, which the YAML package counts in characters, from 1.
  var position: SourcePosition { SourcePosition(line: max(line, 1), column: max(column, 1)) }
}
