import BookModel
import Foundation
import Testing

@testable import ExampleRunner

/// A book's folder that lives as long as one test.
final class TemporaryBook: Sendable {
  let folder: Folder
  let tangler: Tangler

  init() throws {
    let path = NSTemporaryDirectory() + "quire-test-\(UUID().uuidString)"
    folder = Folder(path: path)
    tangler = Tangler(
      book: path, settings: BookSettings(runtime: Workshop.runtimeSettings))
    try folder.create()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  func text(_ path: String) -> String? {
    folder.read("examples/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  func edit(_ path: String, _ text: String) throws { try folder.write("examples/\(path)", text) }

  /// Every file below the folder of the examples, with its text.
  var all: [String: String] {
    let names = FileManager.default.enumerator(atPath: "\(folder.path)/examples")
    let files = (names?.compactMap { $0 as? String } ?? []).filter {
      folder.holdsFile("examples/\($0)")
    }
    return Dictionary(uniqueKeysWithValues: files.map { ($0, text($0) ?? "") })
  }
}

@Suite struct TanglerTests {
  private let path = "01-sample/sample/Sample.swift"
  private let first = Example.plain(Session("# echo a\na\n"))
  private let second = Example(
    [.plain, Listing("func more() {}\n", line: 30)], [Session("# echo a\na\n")])

  @Test("a folder holds what a reader runs and edits")
  func tangles() throws {
    let book = try TemporaryBook()
    let result = book.tangler.tangle([second])
    #expect(result.diagnostics == [])
    #expect(
      book.text(path) == """
        import TinyKernel

        final class Sample: Module {}

        func more() {}

        """)
    #expect(book.text("01-sample/sample/main.session") == "echo a\n")
    #expect(book.text("01-sample/sample/main.expected") == "# echo a\na\n")
    #expect(
      result.written == [
        "examples/01-sample/sample/Sample.swift", "examples/01-sample/sample/main.session",
        "examples/01-sample/sample/main.expected", "examples/01-sample/sample/Package.swift",
      ])
    #expect(book.tangler.check([second]) == [])
  }

  @Test("a second time writes nothing")
  func isIdempotent() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    let before = book.folder.folder("examples").stamp(of: path)
    let result = book.tangler.tangle([first])
    #expect(result.written == [])
    #expect(book.folder.folder("examples").stamp(of: path) == before)
  }

  @Test("a chapter's change reaches a file that nobody edited")
  func updates() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    #expect(
      book.tangler.check([second]).map(\.summary) == ["is stale: the chapter has changed"])
    let result = book.tangler.tangle([second])
    #expect(result.written == ["examples/\(path)"])
    #expect(book.tangler.check([second]) == [])
  }

  @Test("a record that is missing is called so, and named when it alone is written")
  func missingRecord() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    try book.folder.remove("examples/tangled.json")
    #expect(book.tangler.check([first]).map(\.summary) == ["is missing"])
    #expect(book.tangler.tangle([first]).written == ["examples/tangled.json"])
    #expect(book.tangler.check([first]) == [])
  }

  @Test("a reader's edit is left alone and named, however often the chapter changes")
  func keepsEdits() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    try book.edit(path, "mine\n")
    for version in [second, first, second] {
      let result = book.tangler.tangle([version])
      #expect(book.text(path) == "mine\n")
      #expect(result.written == [])
      #expect(result.diagnostics.map(\.location.path) == ["examples/\(path)"])
      #expect(result.diagnostics.map(\.severity) == [.warning])
      #expect(result.diagnostics.first?.help?.contains("quire reset sample") == true)
    }
    #expect(book.tangler.check([second]).map(\.severity) == [.error])
  }

  @Test("a reader who undoes an edit gets the chapter's changes again")
  func undoneEdit() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    let old = try #require(book.text(path))
    try book.edit(path, "mine\n")
    _ = book.tangler.tangle([second])
    try book.edit(path, old)
    #expect(book.tangler.tangle([second]).written == ["examples/\(path)"])
  }

  @Test("a file that was there before the book came is the reader's")
  func foreignFile() throws {
    let book = try TemporaryBook()
    try book.edit(path, "mine\n")
    let result = book.tangler.tangle([first])
    #expect(book.text(path) == "mine\n")
    #expect(result.diagnostics.count == 1)
  }

  @Test("a link in a file's place is left alone, and so is what it leads to")
  func link() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    try book.folder.write("elsewhere", try #require(book.text(path)))
    try book.folder.remove("examples/\(path)")
    try FileManager.default.createSymbolicLink(
      atPath: book.folder.path(of: "examples/\(path)"),
      withDestinationPath: book.folder.path(of: "elsewhere"))
    let result = book.tangler.tangle([second])
    #expect(result.diagnostics.count == 1)
    #expect(book.folder.read("elsewhere")?.count == book.text(path)?.utf8.count)
  }

  @Test("the files of a removed example are removed, apart from those that were edited")
  func removes() throws {
    let book = try TemporaryBook()
    let other = Example([.plain], [Session("# types\nSample\n")], name: "other")
    _ = book.tangler.tangle([first, other])
    try book.edit("01-sample/other/main.session", "mine\n")
    #expect(Set(book.tangler.check([first]).map(\.severity)) == [.error])
    let result = book.tangler.tangle([first])
    #expect(result.removed.count == 3)
    #expect(result.diagnostics.map(\.location.path) == ["examples/01-sample/other/main.session"])
    #expect(book.text("01-sample/other/main.session") == "mine\n")
    try book.folder.remove("examples/01-sample/other/main.session")
    #expect(book.tangler.tangle([first]).diagnostics == [])
  }

  @Test("an example that goes takes its empty folder along")
  func removesFolders() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    _ = book.tangler.tangle([])
    #expect(Set(book.all.keys) == ["tangled.json"])
    #expect(!book.folder.holds("examples/01-sample"))
  }

  @Test("a file that was deleted comes back")
  func missing() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    try book.folder.remove("examples/\(path)")
    #expect(book.tangler.check([first]).map(\.summary) == ["is missing"])
    #expect(book.tangler.tangle([first]).written == ["examples/\(path)"])
  }

  @Test("check writes nothing")
  func checkIsReadOnly() throws {
    let book = try TemporaryBook()
    #expect(book.tangler.check([first]).count == 4)
    #expect(!book.folder.holds("examples"))
  }

  @Test("a reset gives back the book's version and keeps the reader's beside it, numbered")
  func reset() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    try book.edit(path, "mine\n")
    #expect(
      book.tangler.reset(first).kept == [
        TangleResult.Kept(path: "examples/\(path)", newPath: "examples/\(path).mine")
      ])
    try book.edit(path, "mine again\n")
    #expect(book.tangler.reset(first).kept.map(\.newPath) == ["examples/\(path).mine2"])
    #expect(book.text("\(path).mine") == "mine\n")
    #expect(book.text("\(path).mine2") == "mine again\n")
    #expect(book.tangler.check([first]) == [])
  }

  @Test("a reset touches no other example")
  func resetIsLocal() throws {
    let book = try TemporaryBook()
    let other = Example([.plain], [Session("# types\nSample\n")], name: "other")
    _ = book.tangler.tangle([first, other])
    try book.edit("01-sample/other/Sample.swift", "mine\n")
    #expect(book.tangler.reset(first).written == [])
    #expect(book.text("01-sample/other/Sample.swift") == "mine\n")
    #expect(book.tangler.tangle([first, other]).diagnostics.count == 1)
  }

  @Test("a record that cannot be read makes nobody lose an edit")
  func brokenRecord() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    try book.edit(path, "mine\n")
    try book.edit("tangled.json", "<<<<<<< HEAD\n")
    let result = book.tangler.tangle([second])
    #expect(book.text(path) == "mine\n")
    #expect(result.diagnostics.map(\.location.path).contains("examples/tangled.json"))
  }

  @Test("a record that names files outside the folder removes none of them")
  func hostileRecord() throws {
    let book = try TemporaryBook()
    try book.folder.write("precious", "text")
    let hash = SHA256.hex("text")
    try book.edit("tangled.json", #"{"files": {"../precious": "\#(hash)"}, "version": 1}"#)
    _ = book.tangler.tangle([])
    #expect(book.folder.holdsFile("precious"))
  }

  @Test("a folder that cannot be written is one error a file, and nothing is lost")
  func unwritable() throws {
    let book = try TemporaryBook()
    try book.folder.write("examples/01-sample", "a file where a folder should be")
    let result = book.tangler.tangle([first])
    #expect(result.diagnostics.count == 4)
    #expect(Set(result.diagnostics.map(\.severity)) == [.error])
    #expect(book.text("01-sample") == "a file where a folder should be")
  }

  @Test("an example cannot claim the manifest")
  func manifestClash() throws {
    let book = try TemporaryBook()
    let clash = Example([Listing("let a = 1\n", file: "Package.swift")], [])
    #expect(book.tangler.tangle([clash]).diagnostics.map(\.severity) == [.error])
  }

  @Test("no temporary file is left")
  func noLeftovers() throws {
    let book = try TemporaryBook()
    _ = book.tangler.tangle([first])
    #expect(book.all.count == 5)
  }
}
