import BookModel
import Foundation
import Highlighting
import TestSupport
import Testing

@Suite(.enabled(if: RealServer.path != nil, "this toolchain has no sourcekit-lsp"))
struct RealServerTests {
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  private func highlighter(version: String = "1", server: String? = nil) -> Highlighter {
    Highlighter(
      server: server ?? RealServer.path ?? "", compilerArguments: [], version: version,
      cacheDirectory: scratch.path + "/cache")
  }

  @Test("keywords, types, functions, literals and comments are told apart")
  func kinds() async {
    let example = Programs.example(files: [
      ("Lamp.swift", ["struct Lamp {\n  func glow() -> Int { 42 } // bright\n}"])
    ])
    let highlights = await highlighter().highlight([example])
    #expect(highlights.diagnostics.isEmpty)
    #expect(
      highlights.pieces(of: example.files[0].listings[0]) == [
        "keyword struct", "type Lamp", "keyword func", "function glow", "type Int", "number 42",
        "comment // bright",
      ])
  }

  @Test("a name that another file of the example declares is known")
  func otherFile() async {
    let example = Programs.example(files: [
      ("A.swift", ["struct Lamp { func glow() {} }"]),
      ("B.swift", ["func use() { Lamp().glow() }"]),
    ])
    let highlights = await highlighter().highlight([example])
    let pieces = highlights.pieces(of: example.files[1].listings[0])
    #expect(pieces.contains("type Lamp") && pieces.contains("function glow"))
  }

  @Test("examples do not see each other, although their files have equal names")
  func separateExamples() async {
    let first = Programs.example("one", files: [("A.swift", ["struct Lamp {}"])])
    let second = Programs.example("two", files: [("A.swift", ["let lamp = Lamp()"])])
    let highlights = await highlighter().highlight([first, second])
    #expect(highlights.pieces(of: first.files[0].listings[0]).contains("type Lamp"))
    #expect(!highlights.pieces(of: second.files[0].listings[0]).contains("type Lamp"))
  }

  @Test("the lines of a continued file count from each listing's own first line")
  func continuedFile() async {
    let example = Programs.example(files: [
      ("A.swift", ["struct Lamp {", "  var hue = 1\n}"])
    ])
    let highlights = await highlighter().highlight([example])
    let second = example.files[0].listings[1]
    #expect(highlights.pieces(of: second) == ["keyword var", "variable hue", "number 1"])
  }

  @Test("columns count bytes, whatever stands before them")
  func columns() async {
    let example = Programs.example(files: [("A.swift", ["let s = \"é𝄞\"; let t = 7"])])
    let highlights = await highlighter().highlight([example])
    #expect(
      highlights.pieces(of: example.files[0].listings[0]) == [
        "keyword let", "variable s", "string \"é𝄞\"", "keyword let", "variable t", "number 7",
      ])
  }

  @Test("code that does not compile has colours too, the same each time")
  func brokenCode() async {
    let example = Programs.example(files: [("A.swift", ["func tick() { await sleep() "])])
    let first = await highlighter(version: "1").highlight([example])
    let second = await highlighter(version: "2").highlight([example])
    #expect(first.pieces(of: example.files[0].listings[0]).contains("keyword await"))
    #expect(first.tokens == second.tokens)
  }

  @Test("what was learned once needs no server")
  func cache() async {
    let example = Programs.example(files: [("A.swift", ["let a = 1"])])
    let first = await highlighter().highlight([example])
    let second = await highlighter(server: "/nonexistent").highlight([example])
    #expect(second.diagnostics.isEmpty)
    #expect(!first.tokens.isEmpty && first.tokens == second.tokens)
  }

  @Test("another version of the compiler or the runtime is asked again")
  func staleCache() async {
    let example = Programs.example(files: [("A.swift", ["let a = 1"])])
    _ = await highlighter().highlight([example])
    let second = await highlighter(version: "2", server: "/nonexistent").highlight([example])
    #expect(second.diagnostics.count == 1)
  }

  @Test("what the book no longer needs is forgotten")
  func prunedCache() async throws {
    let names = ["one", "two"]
    let examples = names.map { Programs.example($0, files: [("A.swift", ["let \($0) = 1"])]) }
    _ = await highlighter().highlight(examples)
    #expect(try cachedPrograms().count == 2)
    _ = await highlighter().highlight([examples[1]])
    #expect(try cachedPrograms().count == 1)
    #expect(await highlighter(server: "/nonexistent").highlight([examples[1]]).diagnostics.isEmpty)
  }

  private func cachedPrograms() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/cache")
      .filter { $0.hasPrefix("tokens-") }
  }

  @Test("a cache that was damaged is not believed")
  func damagedCache() async throws {
    let example = Programs.example(files: [("A.swift", ["let a = 1"])])
    let first = await highlighter().highlight([example])
    let folder = scratch.path + "/cache"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasPrefix("tokens-") {
      try Data("{}".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    let second = await highlighter().highlight([example])
    #expect(!first.tokens.isEmpty && first.tokens == second.tokens)
  }
}
