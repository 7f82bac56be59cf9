import BookModel
import Foundation
import Highlighting
import TestSupport
import Testing

struct BadServerTests {
  private let scratch: TemporaryFolder
  private let example = Programs.example(files: [("A.swift", ["let a = 1"]), ("B.swift", ["a"])])

  init() throws { scratch = try TemporaryFolder() }

  /// A long time: on a busy machine even a server that ends at once is heard late.
  private func highlights(server: String, timeout: Duration = .seconds(300)) async -> Highlights {
    await Highlighter(
      server: server, compilerArguments: [], version: "1", cacheDirectory: scratch.path + "/cache",
      timeout: timeout
    ).highlight([example])
  }

  private func expectOneWarning(_ highlights: Highlights, _ words: String) {
    #expect(highlights.tokens.isEmpty)
    #expect(highlights.diagnostics.map(\.severity) == [.warning])
    #expect(highlights.diagnostics.first?.summary.contains(words) == true)
    #expect(highlights.diagnostics.first?.location == example.files[0].listings[0].location)
  }

  @Test("a server that is missing is a warning, and the listings stay plain")
  func missing() async {
    expectOneWarning(await highlights(server: "/nonexistent/sourcekit-lsp"), "cannot be started")
  }

  @Test("a server that ends at once is a warning")
  func dies() async throws {
    expectOneWarning(await highlights(server: try scratch.server("exit 3")), "ended before")
  }

  @Test("a server that says nothing is a warning")
  func closesItsInput() async throws {
    let server = try scratch.server("exec <&-; sleep 0.2")
    expectOneWarning(await highlights(server: server), "ended before")
  }

  @Test("a server that talks nonsense is a warning")
  func nonsense() async throws {
    let server = try scratch.server("printf 'hello\\r\\n\\r\\nworld'; cat > /dev/null")
    expectOneWarning(await highlights(server: server), "not its protocol")
  }

  @Test("a message of impossible length is a warning")
  func impossibleLength() async throws {
    let server = try scratch.server(
      "printf 'Content-Length: 99999999999\\r\\n\\r\\n'; cat > /dev/null")
    expectOneWarning(await highlights(server: server), "not its protocol")
  }

  @Test("a server that never answers is ended, with what it started")
  func late() async throws {
    let server = try scratch.server("sleep 987 & echo $! $$ > \"$0.pids\"; wait")
    expectOneWarning(await highlights(server: server, timeout: .seconds(3)), "within 3 s")
    let pids = try String(contentsOfFile: server + ".pids", encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
    #expect(pids.count == 2)
    #expect(pids.filter(isAlive).isEmpty)
  }

  @Test("an example without files asks nobody")
  func nothingToAsk() async {
    let highlighter = Highlighter(
      server: "/nonexistent", compilerArguments: [], version: "1",
      cacheDirectory: scratch.path + "/cache")
    #expect(await highlighter.highlight([]).diagnostics.isEmpty)
  }

  /// Whether a process runs; one that has ended and was not waited for does not.
  private func isAlive(_ pid: Int32) -> Bool {
    guard kill(pid, 0) == 0 else { return false }
    let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return !stat.contains(") Z ")
  }
}
