import BookModel
import CommonMark
import Synchronization
import Testing

@testable import ExampleRunner

@Suite struct SuiteOrderTests {
  /// Examples of which the first takes the longest.
  private var examples: [Example] {
    (0..<6).map { number in
      let slow = number == 0 ? "let x = [1, 2, 3].map { $0 * 2 + $0 - 1 }\n" : ""
      return Example(
        [Listing(slow + Listing.plain.code.content, line: 10 + number)],
        [Session("# types\nSample\n")], name: "example\(number)")
    }
  }

  @Test("results stand in the book's order, whatever ends first")
  func order() async throws {
    let workshop = try await Workshop.open()
    let result = await workshop.run(examples)
    #expect(result.examples.map(\.example.name) == examples.map(\.name))
    #expect(result.sessions.map(\.session.example) == examples.map(\.name))
  }

  @Test("each example and session is announced once, and the first event has the number")
  func events() async throws {
    let workshop = try await Workshop.open()
    let seen = Mutex<[String]>([])
    let suite = ExampleSuite(workshop.tools(), settings: workshop.settings)
    _ = await suite.run(examples) { event in
      let word =
        switch event {
        case .began(let count): "began \(count)"
        case .compiled(let example, let isCached): "compiled \(example) \(isCached)"
        case .ended(let id, let verdict, _): "ended \(id) \(verdict)"
        case .finished(let example): "finished \(example)"
        }
      seen.withLock { $0.append(word) }
    }
    let words = seen.withLock { $0 }
    #expect(words.first == "began 6")
    let expected = examples.flatMap { example in
      [
        "compiled \(example.name) false", "ended \(example.name)/main passed",
        "finished \(example.name)",
      ]
    }
    #expect(words.dropFirst().sorted() == expected.sorted())
  }

  @Test("a filter chooses by chapter, example or session, and tells what it does not know")
  func filter() {
    let first = Example([.plain], [Session("", name: "a"), Session("", name: "b")], name: "first")
    let second = Example([.plain], [Session("")], name: "second")
    func names(_ words: String...) -> [String] {
      ExampleFilter(words).apply(to: [first, second]).flatMap { $0.sessions.map(\.id.description) }
    }
    #expect(names() == ["first/a", "first/b", "second/main"])
    #expect(names("01-sample") == ["first/a", "first/b", "second/main"])
    #expect(names("first") == ["first/a", "first/b"])
    #expect(names("first/b", "second") == ["first/b", "second/main"])
    #expect(
      ExampleFilter(["first", "third", "first/c"]).unmatched(in: [first, second])
        == ["third", "first/c"])
  }
}
