/// The texts that new books, chapters and examples begin with, each a file that can be changed.
///
/// A text names what differs from book to book: `{{title}}` in all of them but the example,
/// `{{file}}` in the table of contents, and in the example `{{name}}`, `{{identifier}}` (the name
/// with underscores) and `{{type}}` (the name as Swift writes a type).
public struct Starter: Sendable, Hashable {
  private let bookSettings: String
  private let contents: String
  private let chapter: String
  private let example: String
  /// What a new book keeps out of the hands of git.
  let ignored: String

  /// Reads `book.yml`, `SUMMARY.md`, `chapter.md`, `example.md` and `gitignore` of a folder.
  public init(directory: String) throws(ScaffoldError) {
    let folder = BookFolder(directory)
    func text(_ name: String) throws(ScaffoldError) -> String {
      do {
        return try folder.text(of: name)
      } catch {
        throw .noStarter(path: "\(directory)/\(name)", reason: error.summary)
      }
    }
    bookSettings = try text("book.yml")
    contents = try text("SUMMARY.md")
    chapter = try text("chapter.md")
    example = try text("example.md")
    ignored = try text("gitignore")
  }
}

extension Starter {
  /// The settings of a new book.
  func settings(title: String) -> String {
    bookSettings.filled(["title": title.escapedForYAML])
  }

  /// The table of contents of a book with one chapter.
  func contents(title: String, file: String) -> String {
    contents.filled(["title": title, "file": file])
  }

  /// A chapter without an example.
  func chapter(title: String) -> String { chapter.filled(["title": title]) }

  /// A program with a session that runs it.
  func example(named name: String) -> String {
    example.filled([
      "name": name, "identifier": name.replacing("-", with: "_"), "type": typeName(for: name),
    ])
  }

  /// `wait-queues` becomes `WaitQueues`; a word of the text itself gets a number.
  private func typeName(for name: String) -> String {
    let words = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let type = words.joined()
    let taken = example.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return taken.contains(type[...]) ? type + "1" : type
  }
}

extension String {
  /// The text with values in the places that name them; what names nothing stays.
  fileprivate func filled(_ values: [String: String]) -> String {
    replacing(/\{\{([a-z]+)\}\}/) { values[String($0.output.1)] ?? String($0.output.0) }
  }

  fileprivate var escapedForYAML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
