extension FailureCase {
  /// Mistakes in the text of a chapter.
  static let chapters = [
    FailureCase(
      "an empty chapter", chapter: "\n \n", errors: [],
      ofFiles: [
        "chapters/one.md: error: the chapter is empty"
      ]),
    FailureCase(
      "an unclosed fence", chapter: "# A\n\n- ▸```text\n  x\n\nend\n",
      errors: ["the fence is never closed"]),
    FailureCase(
      "an unclosed fence that swallows the rest of a chapter",
      files: [
        "chapters/SUMMARY.md": "- [One](one.md)\n- [Two](two.md)\n",
        "chapters/one.md": """
        ```swift example=a file=A.swift
        let a = 1
        ```

        ▸```swift example=b file=B.swift
        let b = 1

        ```console example=a
        # a
        ```x
          ~~~swift file=C.swift example="c"
        """,
        "chapters/two.md": "```console example=c\n# c\n```\n```console example=b\n# b\n```\n",
      ],
      errors: ["the fence is never closed"]),
    FailureCase(
      "two mistakes in one fence and one in another",
      chapter: """
        # A

        ```swift ▸exmaple=a file=▸main.swift
        ```
        > ```▸rust
        > ```
        """,
      errors: [
        "unknown word 'exmaple'", "'main.swift' cannot be a file of an example",
        "unknown language 'rust'",
      ]),
    FailureCase(
      "raw HTML",
      chapter: "# A\n\n<!-- a comment -->\n\n▸<div>\n</div>\n\nx ▸<b>y▸</b> <!-- c -->\n",
      errors: Array(repeating: "raw HTML has no place in a book", count: 3)),
    FailureCase(
      "text after a comment", chapter: "▸<!-- a --> b\n",
      errors: ["raw HTML has no place in a book"]),
    FailureCase(
      "nesting without end", chapter: String(repeating: ">", count: 99) + "▸>> a\n",
      errors: ["nesting deeper than 100 levels"]),
  ]

  /// Mistakes in sessions and programs of one chapter.
  static let examples = [
    FailureCase(
      "a session that starts with output",
      chapter: program + "```console example=a\n▸Hello.\n```\n",
      errors: ["a session starts with a command, not with output"]),
    FailureCase(
      "a session without a command", chapter: program + "▸```console example=a\n# \nHello.\n```\n",
      errors: ["the session has no command"]),
    FailureCase(
      "an empty session", chapter: program + "▸```console example=a\n```\n",
      errors: ["the session has no command"]),
    FailureCase(
      "a compile_fail block with a command",
      chapter: program + "```console example=a compile_fail\nerror\n# ▸a\n```\n",
      errors: ["there is no program to type a command into"]),
    FailureCase(
      "a compile_fail block that is empty",
      chapter: program + "▸```console example=a compile_fail\n```\n",
      errors: ["the block is empty"]),
    FailureCase(
      "an empty listing",
      chapter: "▸```swift example=a file=A.swift\n \n```\n" + session,
      errors: ["the listing is empty"]
    ),
    FailureCase(
      "a session before its program", chapter: "▸" + session + program,
      errors: ["the session comes before its program"]),
    FailureCase(
      "a session of no example",
      chapter: program + session + "▸```console example=b\n# x\n```\n",
      errors: ["there is no example 'b'"]),
    FailureCase(
      "two sessions of one name", chapter: program + session + "▸" + session,
      errors: ["duplicate session 'main' of 'a'"]),
    FailureCase(
      "a program that is never run", chapter: "▸" + program,
      errors: ["the example 'a' is never run"]),
    FailureCase(
      "a program that must not compile, and is run",
      chapter: program + "```console example=a compile_fail\nerror\n```\n"
        + "▸```console example=a session=b\n# a\n```\n",
      errors: ["a second session of 'a', which must not compile"]),
    FailureCase(
      "a program that is only compiled, and is run",
      files: [
        "book.yml": "allow: { no-run: 1 }\n",
        "chapters/one.md": "```swift example=a file=A.swift no_run\nlet a = 1\n```\n▸" + session,
      ],
      errors: ["a session of 'a', which is marked no_run"]),
    FailureCase(
      "two files that differ in case",
      chapter: program + "▸```swift example=a file=a.swift\nlet b = 1\n```\n" + session,
      errors: ["'a.swift' and 'A.swift' differ only in case"]),
    FailureCase(
      "more ignored than the book allows",
      chapter: program + session + "```swift ignore=\"x\"\n```\n```console ignore=\"x\"\n```\n",
      errors: [],
      ofFiles: ["book.yml: error: the word ignore is used 2 times, and the book allows 0"]),
    FailureCase(
      "more not run than the book allows",
      chapter: "```swift example=a file=A.swift no_run\nlet a = 1\n```\n"
        + "```console example=a no_run\n# a\n```\n",
      errors: [],
      ofFiles: ["book.yml: error: the word no_run is used 2 times, and the book allows 0"]),
    FailureCase(
      "one more not run than the book allows",
      files: [
        "book.yml": "title: A\nallow:\n  no-run: ▸0\n",
        "chapters/one.md": "```swift example=a file=A.swift no_run\nlet a = 1\n```\n",
      ],
      errors: ["the word no_run is used 1 time, and the book allows 0"]),
    FailureCase(
      "more ignored than the book allows, which allows others",
      files: [
        "book.yml": "allow: ▸{ no-run: 3 }\n",
        "chapters/one.md": program + session + "```swift ignore=\"x\"\n```\n",
      ],
      errors: ["the word ignore is used 1 time, and the book allows 0"]),
  ]

  private static let program = "```swift example=a file=A.swift\nlet a = 1\n```\n\n"
  private static let session = "```console example=a\n# a\n```\n\n"
}
