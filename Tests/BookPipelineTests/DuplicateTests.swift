import BookModel
import BookPipeline
import TestSupport
import Testing

@Suite("Examples in more than one chapter")
struct DuplicateTests {
  private func block(_ info: String, _ text: String) -> String { "```\(info)\n\(text)\n```\n\n" }

  private func load(_ one: String, _ two: String) throws -> LoadedBook {
    let fixture = try BookFixture([
      "chapters/SUMMARY.md": "- [One](one.md)\n- [Two](two.md)\n",
      "chapters/one.md": one, "chapters/two.md": two,
    ])
    return BookLoader(root: fixture.root).load()
  }

  @Test("are an error at the second chapter, once, with the place of the first")
  func duplicate() throws {
    let program = block("swift example=a file=A.swift", "let a = 1")
    let chapter = program + program + block("console example=a", "# a")
    let loaded = try load(chapter, "x\n\n" + chapter)
    assertDiagnostics(loaded.diagnostics, ["chapters/two.md:3:1: error: duplicate example 'a'"])
    #expect(
      loaded.diagnostics.first?.notes.map { $0.location?.description } == ["chapters/one.md:1:1"])
    #expect(loaded.book?.examples.first?.files.first?.text == "let a = 1\n\nlet a = 1\n")
  }

  @Test("may have sessions in a later chapter, not in an earlier one")
  func sessions() throws {
    let program = block("swift example=a file=A.swift", "let a = 1")
    let session = block("console example=a", "# a")
    assertDiagnostics(try load(program, session).diagnostics, [])
    assertDiagnostics(
      try load(session, program).diagnostics,
      ["chapters/one.md:1:1: error: the session comes before its program"])
  }

  @Test("are not missed where a fence with a mistake names them")
  func broken() throws {
    let chapter =
      block("swift example=a file=A.c", "x") + block("console example=a", "# a")
      + block("swift example=b file=B.swift", "x") + block("console example=b crush", "# b")
    assertDiagnostics(
      try load(chapter, "x").diagnostics,
      [
        "chapters/one.md:1:25: error: 'A.c' cannot be a file of an example",
        "chapters/one.md:13:22: error: unknown word 'crush'",
      ])
  }

  @Test("are suggested where a session names none of them")
  func suggestion() throws {
    let program = block("swift example=chardev file=A.swift", "let a = 1")
    let loaded = try load(
      program + block("console example=chardev", "# a"), block("console example=chardv", "# a"))
    #expect(loaded.diagnostics.first?.help == "did you mean 'chardev'?")
  }
}
