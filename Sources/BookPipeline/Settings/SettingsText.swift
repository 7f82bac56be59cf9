internal import CommonMark
internal import Yams

/// The step from the text of a settings file to YAML nodes.
enum SettingsText {
  /// Why a text is no settings file.
  struct Problem: Error {
    var position: SourcePosition?
    var summary: String
  }

  /// A settings file is small; the YAML package recurses, so no text may nest it to death.
  static let longest = 64 * 1024
  static let deepest = 32

  /// The outermost node; nil where the text says nothing.
  static func root(of text: String) throws(Problem) -> Node? {
    guard text.utf8.count <= longest else {
      throw Problem(position: nil, summary: "the file is longer than \(longest / 1024) KiB")
    }
    if let line = tooDeepLine(in: text) {
      throw Problem(
        position: SourcePosition(line: line, column: 1), summary: "the values nest too deeply")
    }
    do {
      let root = try Yams.compose(yaml: text)
      return root?.scalar?.string.isEmpty == true ? nil : root
    } catch let error as YamlError {
      throw Problem(error)
    } catch {
      throw Problem(position: nil, summary: "the file is not YAML: \(error)")
    }
  }

  /// The first line that could open more levels than any settings have: by brackets, by hyphens,
  /// or by indentation.
  private static func tooDeepLine(in text: String) -> Int? {
    var openBrackets = 0
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      openBrackets += line.count { "[{".contains($0) }
      let opening = line.prefix { " \t-?:".contains($0) }
      if max(openBrackets, opening.count { $0 != "\t" }) > deepest * 4 { return index + 1 }
    }
    return nil
  }
}

extension SettingsText.Problem {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(position: mark.position, summary: "the file is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
      self.init(position: context.mark.position, summary: "\(keys) is given twice")
    case .reader(let problem, _, _, _):
      self.init(position: nil, summary: "the file is not YAML: \(problem)")
    default:
      self.init(position: nil, summary: "the file is not YAML: \(error)")
    }
  }
}
