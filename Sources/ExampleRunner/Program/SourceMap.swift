internal import BookModel
internal import CommonMark

/// Where the lines that a compiler names stand in the chapter, and in the files for the reader.
struct SourceMap: Sendable, Hashable {
  /// A line of a file that a reader edits.
  struct TangledPlace: Sendable, Hashable {
    var file: String
    var line: Int
  }

  private struct Entry: Sendable, Hashable {
    var tangled: TangledPlace
    var chapter: SourceLocation
  }

  private struct Line: Sendable, Hashable {
    var path: String
    var line: Int
  }

  private var entries: [Line: Entry] = [:]

  init(_ files: [Example.File]) {
    for file in files { add(file) }
  }

  /// The place in the tangled file of a line that the compiler names.
  func tangled(path: String, line: Int) -> TangledPlace? {
    entries[Line(path: path, line: line)]?.tangled
  }

  /// The place in the chapter of a line and a column that the compiler names.
  func chapter(path: String, line: Int, column: Int) -> SourceLocation? {
    guard var place = entries[Line(path: path, line: line)]?.chapter else { return nil }
    // The compiler gets the code without the chapter's indentation.
    place.position?.column += column - 1
    return place
  }

  /// The place in the chapter where a program trapped; nil where that is in no listing.
  func chapter(_ trap: Trap) -> SourceLocation? {
    let name = trap.file.split(separator: "/").last
    return entries.first { key, _ in
      key.line == trap.line && key.path.split(separator: "/").last == name
    }?.value.chapter
  }

  private mutating func add(_ file: Example.File) {
    var next = 1
    for listing in file.listings {
      let path = listing.location.path
      for line in listing.code.lines {
        entries[Line(path: path, line: line.position.line)] = Entry(
          tangled: TangledPlace(file: file.name, line: next),
          chapter: SourceLocation(path: path, position: line.position))
        next += 1
      }
      // The blank line that parts two listings.
      next += 1
    }
    addEnd(file, tangled: next - 1)
  }

  /// No directive reaches the end of a file: the compiler names it by the file that it was given.
  private mutating func addEnd(_ file: Example.File, tangled: Int) {
    guard let listing = file.listings.last, var position = listing.code.lines.last?.position else {
      return
    }
    position.line += 1
    let lines = file.listings.map { $0.code.lines.count + 1 }.reduce(0, +)
    entries[Line(path: ExampleProgram.sourceName(file), line: lines + 1)] = Entry(
      tangled: TangledPlace(file: file.name, line: tangled),
      chapter: SourceLocation(path: listing.location.path, position: position))
  }
}
