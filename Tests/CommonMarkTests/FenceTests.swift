import CommonMark
import Testing

@Suite("A fence")
struct FenceTests {
  /// The first code block of a text in short: fence, info, lines, each with its place.
  private func code(_ source: String) -> [String] {
    guard let code = Document(parsing: source).codeBlocks.first else { return [] }
    let fence = code.fence.map { fence in
      [
        "\(fence.position) \(fence.infoPosition)=\(fence.info) \(fence.isClosed ? "closed" : "open")"
      ]
    }
    return (fence ?? ["indented"]) + code.lines.map { "\($0.position)=\($0.text)" }
  }

  @Test("knows its info string as it is written, escapes and all")
  func info() {
    #expect(code("```  swift \\* &amp;\t \nx\n```")[0] == "1:1 1:6=swift \\* &amp; closed")
    #expect(code("~~~ `a` ~\n~~~")[0] == "1:1 1:5=`a` ~ closed")
    #expect(code("```\n```")[0] == "1:1 1:4= closed")
    #expect(code("```   \n```")[0] == "1:1 1:4= closed")
    #expect(code("> é\n> ```é\n")[0] == "2:3 2:6=é open")
  }

  @Test("may be indented; its lines lose as much as there is")
  func indented() {
    #expect(
      code("  ```\nx\n y\n   z\n  ```") == ["1:3 1:6= closed", "2:1=x", "3:2=y", "4:3= z"])
  }

  @Test("may stand in lists and quotes, however they nest")
  func containers() {
    #expect(code("> - ```a\n>   x\n>   ```") == ["1:5 1:8=a closed", "2:5=x"])
    #expect(code("1.  > ~~~\n    > x\n    >\n    > ~~~") == ["1:7 1:10= closed", "2:7=x", "3:6="])
    #expect(code(">> ```\n>>  x\n>> ```") == ["1:4 1:7= closed", "2:4= x"])
    #expect(code(">```\n>x\n> y\n>```") == ["1:2 1:5= closed", "2:2=x", "3:3=y"])
  }

  @Test("is open where nothing closes it before its container or the text ends")
  func open() {
    #expect(code("```\nx") == ["1:1 1:4= open", "2:1=x"])
    #expect(code("```") == ["1:1 1:4= open"])
    #expect(code("```\n") == ["1:1 1:4= open"])
    #expect(code("> ```\n> x\n```\n") == ["1:3 1:6= open", "2:3=x"])
    #expect(code("> ```\n> x\n\n```\n") == ["1:3 1:6= open", "2:3=x"])
    #expect(code("- ```\n  x\n- ```\n") == ["1:3 1:6= open", "2:3=x"])
    #expect(code("````\n```\n") == ["1:1 1:5= open", "2:1=```"])
    #expect(code("```\n~~~\n") == ["1:1 1:4= open", "2:1=~~~"])
    #expect(code("```\n```x\n") == ["1:1 1:4= open", "2:1=```x"])
    #expect(code("```\n    ```\n") == ["1:1 1:4= open", "2:1=    ```"])
  }

  @Test("may be closed by a longer one, indented or with blanks after it")
  func closing() {
    #expect(code("```\n`````")[0] == "1:1 1:4= closed")
    #expect(code("```\n   ``` \t")[0] == "1:1 1:4= closed")
    #expect(code("- ```\n  x\n   ```\n\ny")[0] == "1:3 1:6= closed")
  }

  @Test("keeps its lines apart from tabs that containers eat a part of")
  func tabs() {
    #expect(code("- ```\n\tx\n  ```") == ["1:3 1:6= closed", "2:1=  x"])
    #expect(code("> ```\n>\tx\n> \ty\n> ```") == ["1:3 1:6= closed", "2:2=  x", "3:3=\ty"])
    #expect(code("```\n\tx\n```") == ["1:1 1:4= closed", "2:1=\tx"])
  }

  @Test("is not what indented code begins with")
  func indentedCode() {
    #expect(code("    ```swift\n    x") == ["indented", "1:5=```swift", "2:5=x"])
    #expect(code("    ```\n    ```\n") == ["indented", "1:5=```", "2:5=```"])
    #expect(code("\tx\n\n\ty\n\n") == ["indented", "1:2=x", "2:1=", "3:2=y"])
    #expect(code("-     ```x\n") == ["indented", "1:7=```x"])
    #expect(code("    ~~~\n   ~~~ a\n") == ["indented", "1:5=~~~"])
  }

  @Test("has the same places whatever ends the lines", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(ending: String) {
    let source = ["é", "", "``` a", "x ", "", "```", "y"].joined(separator: ending)
    #expect(code(source) == ["3:1 3:5=a closed", "4:1=x ", "5:1="])
  }

  @Test("counts the bytes of a byte order mark")
  func byteOrderMark() {
    #expect(code("\u{FEFF}``` a\nx\n```") == ["1:4 1:8=a closed", "2:1=x"])
  }

  @Test("keeps its place after NUL bytes, which become replacement characters")
  func nul() {
    #expect(code("> ```\0\n> a\0b\n") == ["1:3 1:6=\u{FFFD} open", "2:3=a\u{FFFD}b"])
  }

  @Test("ends where its range ends")
  func range() {
    let ends = { (source: String) in
      Document(parsing: source).allBlocks.map(\.range.end.description)
    }
    #expect(ends("```\nx\n```  \ny") == ["3:6", "4:2"])
    #expect(ends("```\nx\n\n") == ["3:1"])
    #expect(ends("    x\n\n\ny") == ["1:6", "4:2"])
    #expect(ends("> ```\n> x\n```\n").prefix(2) == ["2:4", "2:4"])
  }
}
