import BookModel
import CommonMark
import Testing

@Suite("The anchors of headings")
struct HeadingAnchorTests {
  private func ids(_ source: String) -> [String] {
    Document(parsing: source).headingAnchors.map(\.id)
  }

  @Test("keep letters and digits of any script, hyphens and underscores")
  func slug() {
    #expect(ids("# What's `init_module` (2.4)?") == ["whats-init_module-24"])
    #expect(ids("# Größe – ein Überblick") == ["größe--ein-überblick"])
    #expect(ids("# [A *link*](b.md)") == ["a-link"])
  }

  @Test("are never the same twice, not even by a heading that looks like a second one")
  func unique() {
    #expect(ids("# A\n# A\n# A") == ["a", "a-1", "a-2"])
    #expect(ids("# A\n# A-1\n# A") == ["a", "a-1", "a-2"])
    #expect(ids("# A-1\n# A\n# A") == ["a-1", "a", "a-2"])
    #expect(ids("# ?\n# !") == ["section", "section-1"])
  }

  @Test("are found in quotes and lists, with level and place")
  func nested() {
    let anchors = Document(parsing: "> ## A\n\n- # B").headingAnchors
    #expect(anchors.map(\.id) == ["a", "b"])
    #expect(anchors.map(\.level) == [2, 1])
    #expect(anchors.map(\.position.description) == ["1:3", "3:3"])
  }

  @Test("of thousands of equal headings cost no more than others")
  func many() {
    let ids = ids(String(repeating: "# A\n", count: 20_000))
    #expect(ids.last == "a-19999")
    #expect(Set(ids).count == ids.count)
  }
}
