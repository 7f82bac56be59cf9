internal import BookModel
internal import CommonMark

/// Where the lines of a book's listings stand in the files that are tangled from them.
struct SourceMap: Sendable, Hashable {
  /// A place in a tangled file.
  struct TangledPlace: Sendable, Hashable {
    var file: String
    var line: Int
  }

  private struct Entry: Sendable, Hashable {
    var tangled: TangledPlace
    /// The bytes of the chapter's line that come before the code.
    var indentation: Int
  }

  private struct Line: Sendable, Hashable {
    var path: String
    var line: Int
  }

  private var entries: [Line: Entry] = [:]

  init(_ files: [Example.File]) {
    for file in files {
      var next = 1
      for listing in file.listings {
        for line in listing.code.lines {
          let place = Line(path: listing.location.path, line: line.position.line)
          entries[place] = Entry(
            tangled: TangledPlace(file: file.name, line: next),
            indentation: line.position.column - 1)
          next += 1
        }
        // The line after a listing is its fence in the chapter and empty in the tangled file. The
        // compiler names it where the code ends too early.
        if let last = listing.code.lines.last {
          let place = Line(path: listing.location.path, line: last.position.line + 1)
          entries[place] = Entry(
            tangled: TangledPlace(file: file.name, line: next),
            indentation: last.position.column - 1)
        }
        next += 1
      }
    }
  }

  /// The place in the tangled file of a line that the compiler names.
  func tangled(path: String, line: Int) -> TangledPlace? {
    entries[Line(path: path, line: line)]?.tangled
  }

  /// The place in the chapter of a line and a column that the compiler names.
  func chapter(path: String, line: Int, column: Int) -> SourceLocation? {
    guard let entry = entries[Line(path: path, line: line)] else { return nil }
    let position = SourcePosition(line: line, column: column + entry.indentation)
    return SourceLocation(path: path, position: position)
  }
}
