extension FailureCase {
  /// Mistakes in the table of contents.
  static let contents = [
    contents(
      "no chapter at all", "# Summary\n", ofFiles: ["the table of contents lists no chapter"]),
    contents("an empty file", "", ofFiles: ["the table of contents lists no chapter"]),
    contents("only drafts", "- [A]()\n", ofFiles: ["the table of contents lists no chapter"]),
    contents("a missing file", "- ▸[A](on.md)\n", ["'chapters/on.md' does not exist"]),
    contents(
      "a folder", "- ▸[A](sub.md)\n", ["'chapters/sub.md' is a folder"], with: ["sub.md/x": ""]),
    contents(
      "a file listed twice", "- [A](one.md)\n  - ▸[B](./one.md)\n",
      ["'chapters/one.md' is listed twice"]),
    contents(
      "itself", "- [A](one.md)\n- ▸[B](SUMMARY.md)\n", ["the table of contents lists itself"]),
    contents(
      "links out of the book",
      """
      - ▸[A](../a.md)
      - ▸[B](/etc/a.md)
      - ▸[C](https://example.org/a.md)
      - ▸[D](a%2F..%2Fb.md)
      - ▸[E](<a b.md>)
      - ▸[F](one.txt)
      - ▸[G](.hidden.md)
      """,
      [
        "'../a.md' leads out of the book", "'/etc/a.md' leads out of the book",
        "'https://example.org/a.md' is an address, not a file of the book",
        "'a/../b.md' leads out of the book", "'a b.md' cannot be a chapter's file",
        "'one.txt' is not a Markdown file", "'.hidden.md' cannot be a chapter's file",
      ]),
    contents(
      "two chapters of one name", "- [A](one.md)\n- ▸[B](sub/One.md)\n",
      ["two chapters are called 'One'"], with: ["sub/One.md": "# Two\n"]),
    contents(
      "a chapter that is called as the index", "- ▸[A](index.md)\n",
      ["a chapter cannot be called 'index'"], with: ["index.md": "# A\n"]),
    contents(
      "things that do not belong there",
      """
      # Summary

      ▸## Two

      ▸1. [A](one.md)

      ▸```
      x
      ```

      - [A](one.md)
      """,
      [
        "a part is a heading of level 1, not 2", "this does not belong in a table of contents",
        "this does not belong in a table of contents",
      ]),
    contents(
      "entries that are not one link",
      """
      ▸Hello [A](one.md)

      - ▸text
      ▸- [B](b.md) and more
      - [C]()
        ▸> text
      ▸-
      - ▸[](two.md)
      """,
      [
        "this is not a link to a chapter", "this is not a link to a chapter",
        "an entry of the table of contents is one link and nothing else",
        "only a bulleted list of chapters can stand below a chapter",
        "an entry of the table of contents is one link and nothing else",
        "the chapter has no title",
      ], with: ["two.md": "# Two\n"]),
    contents(
      "numbers after the end",
      "- [A](one.md)\n\n[B]()\n\n▸- [C]()\n\n▸# Part\n",
      [
        "numbered chapters cannot follow the chapters without a number at the end",
        "a part cannot follow the chapters without a number at the end",
      ]),
  ]

  private static func contents(
    _ name: String, _ text: String, _ errors: [String] = [], ofFiles: [String] = [],
    with files: [String: String] = [:]
  ) -> FailureCase {
    var all = ["chapters/SUMMARY.md": text]
    for (path, text) in files { all["chapters/\(path)"] = text }
    return FailureCase(
      "a table of contents with " + name, files: all, errors: errors,
      ofFiles: ofFiles.map { "chapters/SUMMARY.md: error: \($0)" })
  }
}
