import TestSupport
import Testing

/// A book with mistakes, and what its author is told.
struct FailureCase: CustomTestStringConvertible, Sendable {
  /// What is wrong with the book.
  var name: String
  /// The files that differ from a good book; marks stand where mistakes are.
  var files: [String: String]
  /// The summaries of the errors, in the order of the marks.
  var errors: [String]
  /// Errors and warnings that mean a whole file, as `path: severity: summary`.
  var ofFiles: [String]

  init(
    _ name: String, files: [String: String], errors: [String] = [], ofFiles: [String] = []
  ) {
    self.name = name
    self.files = files
    self.errors = errors
    self.ofFiles = ofFiles
  }

  /// A case in the only chapter of a book.
  init(_ name: String, chapter: String, errors: [String], ofFiles: [String] = []) {
    self.init(name, files: ["chapters/one.md": chapter], errors: errors, ofFiles: ofFiles)
  }

  var testDescription: String { name }

  /// The files without their marks.
  var plainFiles: [String: String] { files.mapValues { MarkedText($0).text } }

  /// Every line that the author must see.
  var expected: [String] {
    let places = files.sorted { $0.key < $1.key }.flatMap { path, text in
      MarkedText(text).places.map { "\(path):\($0.line):\($0.column)" }
    }
    let lines = zip(places, errors).map { "\($0): error: \($1)" }
    let rest = errors.dropFirst(places.count).map { "(no mark): error: \($0)" }
    return (lines + rest + ofFiles)
  }
}
