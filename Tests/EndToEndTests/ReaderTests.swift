import Foundation
import TestSupport
import Testing

/// The way of a reader, who changes an example and wants to know what it does now.
@Suite struct ReaderTests {
  private static let file = "examples/01-hello/hello/Hello.swift"

  @Test("a reader's change is run, shown against the book, left alone, and kept when given back")
  func roundTrip() async throws {
    let book = try await StarterBook()
    #expect(try await book.tool.run(["tangle"]).status == 0)
    #expect(try await book.tool.run(["tangle", "--check"]).status == 0)
    let untouched = try await book.tool.run(["run", "hello"])
    #expect(untouched.status == 0)
    #expect(untouched.output.hasSuffix("as the book says\n"))

    try book.change(Self.file, "goodbye", to: "so long")
    let mine = try book.folder.text(of: "book/\(Self.file)")
    let run = try await book.tool.run(["run", "hello"])
    #expect(run.status == 1, "the book says something else")
    #expect(run.output.contains("hello: so long\n"))
    #expect(run.errors.contains("\n-hello: goodbye\n+hello: so long\n"), "\(run.errors)")
    #expect(run.errors.contains("quire reset hello"), "the book is not the reader's to mend")

    for arguments in [["tangle"], ["tangle", "--check"]] {
      let tangle = try await book.tool.run(arguments)
      #expect(tangle.errors.contains("\(Self.file): "), "\(arguments)")
      #expect(tangle.errors.contains("quire reset hello"), "\(arguments)")
      #expect(tangle.status == (arguments.count > 1 ? 1 : 0))
      #expect(try book.folder.text(of: "book/\(Self.file)") == mine)
    }
    #expect(try await book.tool.run(["build"]).status == 0, "the book itself is well")

    let reset = try await book.tool.run(["reset", "hello"])
    #expect(reset.status == 0)
    #expect(reset.output.contains("\(Self.file).mine"))
    #expect(try book.folder.text(of: "book/\(Self.file).mine") == mine)
    #expect(try await book.tool.run(["run", "hello"]).status == 0)
    #expect(try await book.tool.run(["tangle", "--check"]).status == 0)
  }

  @Test("an example's folder is found through a symbolic link, and one elsewhere is not the book's")
  func folders() async throws {
    let book = try await StarterBook()
    #expect(try await book.tool.run(["tangle"]).status == 0)
    try book.folder.link("link", to: book.root)
    let linked = try await book.tool.run(["run", "../link/examples/01-hello/hello"])
    #expect(linked.status == 0, "\(linked.errors)")
    let elsewhere = try await book.tool.run(["run", ".."])
    #expect(elsewhere.status == 2)
    #expect(elsewhere.errors.contains("is not in the book"))
  }

  @Test("a reader's mistake is shown at the line of the reader's file")
  func mistake() async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    try book.change(Self.file, "printk(\"hello: goodbye", to: "prink(\"hello: goodbye")
    let run = try await book.tool.run(["run", "hello"])
    #expect(run.status == 1)
    let lines = try book.folder.text(of: "book/\(Self.file)").split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("prink(") }) + 1
    #expect(run.errors.hasPrefix("\(Self.file):\(line):"), "\(run.errors)")
  }

  @Test("a session and a module of a reader's own are run, and compared with nothing")
  func ownSession() async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    let folder = "book/examples/01-hello/hello"
    let mine = try book.folder.text(of: "\(folder)/Hello.swift").replacing("Hello", with: "Mine")
    try book.folder.write(mine, to: "\(folder)/Mine.swift")
    try book.folder.write("insmod mine.o\n", to: "\(folder)/other.session")
    for arguments in [
      ["hello"], ["hello", "--session", "other"], ["examples/01-hello/hello/Mine.swift"],
    ] {
      let run = try await book.tool.run(["run"] + arguments)
      #expect(run.output.contains("# insmod mine.o\nhello: hello\n"), "\(arguments)")
      #expect(run.errors == "")
      #expect(run.status == 0)
    }
  }

  @Test("a mistake elsewhere in the book does not keep a reader from running an example")
  func brokenBook() async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    try book.change("chapters/01-hello.md", "```console", to: "```cnsole")
    #expect(try await book.tool.run(["test"]).status == 1)
    let run = try await book.tool.run(["run", "examples/01-hello/hello"])
    #expect(run.output.contains("hello: goodbye\n"), "\(run.errors)")
  }

  @Test("a trace is written where the reader wants it, as JSON lines")
  func trace() async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    #expect(try await book.tool.run(["run", "hello", "--trace", "trace.jsonl"]).status == 0)
    let lines = try book.folder.text(of: "book/trace.jsonl").split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test("a trace holds every session that was run, each under its name, and no older run")
  func traceOfSessions() async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    try book.folder.write("ps\n", to: "book/examples/01-hello/hello/other.session")
    for _ in 0..<2 { try await book.tool.run(["run", "hello", "--trace", "trace.jsonl"]) }
    let lines = try book.folder.text(of: "book/trace.jsonl").split(separator: "\n")
    #expect(
      lines.filter { $0.contains("\"kind\":\"session\"") } == [
        #"{"kind":"session","name":"hello/main"}"#, #"{"kind":"session","name":"hello/other"}"#,
      ])
    #expect(lines.first?.contains("session") == true)
  }

  @Test("a session that is ended at a limit leaves the trace of what it did")
  func traceOfEndlessSession() async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    try book.change(
      "book.yml", "language: en\n", to: "language: en\nlimits: { cpu-seconds: 1 }\n")
    try book.change(
      Self.file, "printk(\"hello: goodbye", to: "while true {}; printk(\"hello: goodbye")
    let run = try await book.tool.run(["run", "hello", "--trace", "trace.jsonl"])
    #expect(run.errors.contains("at its limit of processor time"), "\(run.errors)")
    let text = try book.folder.text(of: "book/trace.jsonl")
    #expect(text.contains(#""text":"hello: hello"#), "\(text.suffix(400))")
    #expect(text.hasSuffix("}\n"))
  }

  @Test(
    "module code that makes a task of its own is refused by the compiler, at its line",
    arguments: [
      ("Task { print(1) }", "Task"), ("Task.detached { print(1) }", "Task"),
      ("try? await Task.sleep(for: .seconds(1))", "Task"),
      ("await MainActor.run { print(1) }", "MainActor"),
    ])
  func ownTask(code: String, name: String) async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    try book.change(Self.file, "printk(\"hello: goodbye", to: "\(code); printk(\"hello: goodbye")
    let run = try await book.tool.run(["run", "hello"])
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("\(Self.file):5:"))
    #expect(
      run.errors.contains(
        ": error: '\(name)' is unavailable: module code runs where the kernel calls it"),
      "\(run.errors)")
  }

  @Test("a trace that cannot be written is told before anything is run")
  func unwritableTrace() async throws {
    let book = try await StarterBook()
    try await book.tool.run(["tangle"])
    let run = try await book.tool.run(["run", "hello", "--trace", "nowhere/trace.jsonl"])
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors.contains(
        "nowhere/trace.jsonl: error: the trace cannot be written: No such file or directory"),
      "\(run.errors)")
  }
}
