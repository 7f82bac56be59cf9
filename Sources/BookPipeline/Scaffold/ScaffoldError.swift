/// Why nothing new was written.
public enum ScaffoldError: Error, Hashable {
  /// A file of that name is there, and files are never overwritten.
  case exists(path: String)
  /// The name breaks a rule.
  case badName(String, rule: String)
  /// The folder holds no book.
  case noBook(reason: String)
  /// No chapter is called so.
  case noChapter(String, nearest: String?)
  /// The book has an example of that name.
  case duplicateExample(String, chapter: String)
  /// What would be appended to a chapter would become part of its last code block.
  case openFence(path: String, line: Int)
  /// A text that something new begins with is missing.
  case noStarter(path: String, reason: String)
  /// The system refuses.
  case unwritable(path: String, reason: String)
}

extension ScaffoldError: CustomStringConvertible {
  /// One sentence, and what to do where it is not plain.
  public var description: String {
    switch self {
    case .exists(let path): "\(path) exists already, and nothing is overwritten"
    case .badName(let name, let rule): "'\(name)' cannot be a name: \(rule)"
    case .noBook(let reason):
      "there is no book here: \(reason); 'quire new book DIR' starts one, --book names another"
    case .noChapter(let name, let nearest):
      "there is no chapter '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .duplicateExample(let name, let chapter):
      "the chapter '\(chapter)' has an example '\(name)' already"
    case .openFence(let path, let line):
      "\(path):\(line): the fence is never closed; close it before something is appended"
    case .noStarter(let path, let reason):
      "\(path) \(reason): a new book, chapter or example would begin with it"
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}
