import BookModel
import CommonMark
import TestSupport
import Testing

@Suite("Reading a fence")
struct FenceTests {
  private func reading(_ info: String) -> FenceReading {
    let fence = CodeBlock.Fence(
      position: SourcePosition(line: 1, column: 1), info: info,
      infoPosition: SourcePosition(line: 1, column: 4), isClosed: true)
    return FenceInfo.reading(
      fence, path: "chapters/one.md", textLanguages: ["c"],
      sessionKeys: ["kernel", "cpus", "preemptible"])
  }

  @Test("gives a listing its example and file")
  func listing() {
    #expect(
      reading("swift example=a file=A.swift").info
        == FenceInfo(
          language: "swift",
          role: .listing(example: "a", file: "A.swift", isOnlyCompiled: false)))
    #expect(
      reading("swift no_run file=\"A.swift\" example=\"a\"").info
        == FenceInfo(
          language: "swift", role: .listing(example: "a", file: "A.swift", isOnlyCompiled: true)))
  }

  @Test(
    "gives a session what its run must come to",
    arguments: [
      ("", Session.Expectation.completes), ("crash", .crashes), ("compile_fail", .doesNotCompile),
      ("no_run", .isNotRun),
    ])
  func session(flag: String, expectation: Session.Expectation) {
    let role = FenceInfo.Role.session(example: "a", name: "main", expectation: expectation)
    #expect(reading("console example=a \(flag)").info?.role == role)
  }

  @Test("calls a session main unless it has a name")
  func sessionName() {
    let role = FenceInfo.Role.session(example: "a", name: "b-2", expectation: .completes)
    #expect(reading("console session=b-2 example=a").info?.role == role)
  }

  @Test("hands a session's other words to its program, as they were written")
  func options() {
    let role = FenceInfo.Role.session(
      example: "a", name: "main", expectation: .crashes,
      options: [
        SessionOption(key: "preemptible"), SessionOption(key: "kernel", value: "2.4"),
        SessionOption(key: "cpus", value: "a b"),
      ])
    let info = reading("console preemptible example=a kernel=2.4 crash cpus=\"a b\"").info
    #expect(info?.role == role)
  }

  @Test("tells a program of a word with a value and of one without")
  func arguments() {
    #expect(SessionOption(key: "cpus", value: "2").argument == "--cpus=2")
    #expect(SessionOption(key: "preemptible").argument == "--preemptible")
  }

  @Test("keeps an author's reason, blanks and signs included")
  func ignored() {
    #expect(
      reading("swift ignore=\"needs = a, 'board'\"").info
        == FenceInfo(language: "swift", role: .ignored(reason: "needs = a, 'board'")))
    #expect(reading("console ignore=later").info?.role == .ignored(reason: "later"))
  }

  @Test("takes no words, text, and the languages of the settings for text")
  func text() {
    #expect(reading("").info == FenceInfo(language: nil, role: .text))
    #expect(reading("text").info == FenceInfo(language: "text", role: .text))
    #expect(reading("c").info == FenceInfo(language: "c", role: .text))
  }

  @Test("reports every mistake at its word", arguments: FenceCase.all)
  func mistakes(of test: FenceCase) {
    let reading = reading(MarkedText(test.info).text)
    #expect(reading.info == nil)
    #expect(reading.diagnostics.map(\.summary) == test.errors)
    #expect(reading.diagnostics.map { $0.location.position?.column } == test.columns)
    if let help = test.help { #expect(reading.diagnostics.first?.help?.contains(help) == true) }
  }

  @Test("knows the example even where another word is wrong")
  func example() {
    #expect(reading("swift example=a file=A.c").example == "a")
    #expect(reading("swift exmaple=a file=A.swift").example == "a")
  }
}
