import BookModel
import BookPipeline
import TestSupport
import Testing

@Suite("A table of contents")
struct SummaryTests {
  @Test("may have every part of mdBook's format")
  func everything() throws {
    let names = ["pre", "a", "b", "c", "d", "end"]
    var files = Dictionary(
      uniqueKeysWithValues: names.map { ("chapters/\($0).md", "# \($0)\n") })
    files["chapters/SUMMARY.md"] = """
      # Summary

      <!-- comment -->
      [Preface](./pre.md)
      [Draft *one*]()

      # First & last

      - [A](a.md)
        - [B](b.md)
          - [Draft two]()

      ---

      # Second

      * [C](c.md)
      * [D `x`](d.md)

      [End](end.md)
      """
    let fixture = try BookFixture(files)
    try fixture.remove("chapters/one.md")
    let loaded = BookLoader(root: fixture.root).load()
    assertDiagnostics(loaded.diagnostics, [])
    #expect(
      loaded.book?.contents.flatMap { $0.lines(depth: 0) } == [
        "Preface pre", "(Draft one)", "= First & last", "1 A a", "  1.1 B b",
        "    1.1.1 (Draft two)",
        "---", "= Second", "2 C c", "3 D x d", "End end",
      ])
  }

  @Test("warns of a chapter that it does not list, wherever it lies")
  func unlisted() throws {
    let fixture = try BookFixture(["chapters/b.md": "x", "chapters/a/c.md": "x", "README.md": "x"])
    let loaded = BookLoader(root: fixture.root).load()
    assertDiagnostics(
      loaded.diagnostics,
      ["chapters/a/c.md", "chapters/b.md"].map {
        "\($0): warning: no line of chapters/SUMMARY.md lists this file"
      })
    #expect(!loaded.hasErrors)
  }

  @Test("suggests the file that was meant")
  func suggestion() throws {
    let fixture = try BookFixture(["chapters/SUMMARY.md": "- [One](on.md)\n"])
    let diagnostics = BookLoader(root: fixture.root).load().diagnostics
    #expect(diagnostics.first { $0.severity == .error }?.help == "did you mean 'chapters/one.md'?")
  }
}

extension BookItem {
  fileprivate func lines(depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    switch self {
    case .chapter(let chapter, let children):
      let number = chapter.number.map { "\($0) " } ?? ""
      return ["\(indent)\(number)\(chapter.title) \(chapter.slug)"]
        + children.flatMap { $0.lines(depth: depth + 1) }
    case .draft(let title, let number, let children):
      return [indent + (number.map { "\($0) " } ?? "") + "(\(title))"]
        + children.flatMap { $0.lines(depth: depth + 1) }
    case .part(let title): return ["\(indent)= \(title)"]
    case .separator: return ["\(indent)---"]
    }
  }
}
