import CommonMark
import Testing

@Suite("The tree of a Markdown text")
struct TreeTests {
  @Test("holds every kind of block and inline, each with its place")
  func everyKind() {
    let source = """
      # Head *line*

      Text `code` **strong** [link](a.md "t")  
      ![alt](b.png) <b>

      > quote

      3. one

      ***
      <div>
      """
    #expect(
      Document(parsing: source).treeDump == """
        heading level=1 1:1-1:14
          text "Head " 1:3
          emphasis 1:8
            text "line" 1:9
        paragraph 3:1-4:18
          text "Text " 3:1
          code "code" 3:6
          text " " 3:12
          strong 3:13
            text "strong" 3:15
          text " " 3:23
          link "a.md" title="t" 3:24
            text "link" 3:25
          lineBreak 3:42
          image "b.png" 4:1
            text "alt" 4:3
          text " " 4:14
          html "<b>" 4:15
        blockQuote 6:1-6:8
          paragraph 6:3-6:8
            text "quote" 6:3
        list start=3 tight 8:1-8:7
          item 8:1-8:7
            paragraph 8:4-8:7
              text "one" 8:4
        thematicBreak 10:1-10:4
        html "<div>\\n" 11:1-11:6
        """)
  }
}
