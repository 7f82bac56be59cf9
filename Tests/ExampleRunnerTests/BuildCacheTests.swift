import BookModel
import CommonMark
import Foundation
import Testing

@testable import ExampleRunner

@Suite struct BuildCacheTests {
  private let example = Example.plain(Session("# echo a\na\n"))

  @Test("what did not change is neither compiled nor run again")
  func secondRun() async throws {
    let workshop = try await Workshop.open()
    let cache = UUID().uuidString
    let first = await workshop.run([example], in: cache)
    #expect(first.counts == SuiteResult.Counts(passed: 1, compiled: 1))
    let second = await workshop.run([example], in: cache)
    #expect(second.counts == SuiteResult.Counts(passed: 1, cached: 1))
    #expect(second.transcripts == first.transcripts)
  }

  @Test("another expectation is judged anew, without a run")
  func otherExpectation() async throws {
    let workshop = try await Workshop.open()
    let cache = UUID().uuidString
    _ = await workshop.run([example], in: cache)
    let result = await workshop.run([.plain(Session("# echo a\nb\n"))], in: cache)
    #expect(result.counts == SuiteResult.Counts(failed: 1, cached: 1))
  }

  @Test("a listing that moved is compiled again, so that its places are right")
  func movedListing() async throws {
    let workshop = try await Workshop.open()
    let cache = UUID().uuidString
    _ = await workshop.run([example], in: cache)
    let moved = Example([Listing(Listing.plain.code.content, line: 11)], example.sessions)
    #expect(await workshop.run([moved], in: cache).counts.compiled == 1)
  }

  @Test("a refusal is kept as well")
  func refusal() async throws {
    let workshop = try await Workshop.open()
    let cache = UUID().uuidString
    let broken = Example([Listing("let a: Int = \"\"\n")], [Session("# types\n")])
    let first = await workshop.run([broken], in: cache)
    let second = await workshop.run([broken], in: cache)
    #expect(first.counts.compiled == 1)
    #expect(second.counts.compiled == 0)
    #expect(second.diagnostics == first.diagnostics)
  }

  @Test("without the cache everything is done again")
  func unused() async throws {
    let workshop = try await Workshop.open()
    var tools = workshop.tools()
    tools.usesCache = false
    let suite = ExampleSuite(tools, settings: workshop.settings)
    _ = await suite.run([example])
    #expect(await suite.run([example]).counts == SuiteResult.Counts(passed: 1, compiled: 1))
  }

  @Test("what a session tells its program is a part of what a run depends on")
  func options() async throws {
    let workshop = try await Workshop.open()
    let cache = UUID().uuidString
    func run(_ value: String?) async -> SuiteResult {
      let options = [SessionOption(key: "cpus", value: value), SessionOption(key: "wide")]
      let told = value.map { "--cpus=\($0)" } ?? "--cpus"
      return await workshop.run(
        [.plain(Session("# options\n\(told) --wide\n", options: options))], in: cache)
    }
    for value in ["1", "2 3", nil] {
      let first = await run(value)
      #expect(first.diagnostics == [])
      #expect((first.counts.passed, first.counts.cached) == (1, 0))
    }
    #expect(await run("2 3").counts.cached == 1)
  }

  @Test("a run that reached a limit is tried again")
  func limitsAreNotKept() async throws {
    let workshop = try await Workshop.open()
    let cache = UUID().uuidString
    let endless = Example.plain(Session("# print\n"))
    for _ in 0..<2 {
      #expect(await workshop.run([endless], in: cache).counts.cached == 0)
    }
  }

  @Test(
    "an entry that was cut, changed, or put under another's name is made again",
    arguments: ["builds", "programs", "runs"], ["cut", "changed", "exchanged", "gone"])
  func untrusted(_ kind: String, _ damage: String) async throws {
    let workshop = try await Workshop.open()
    let cache = UUID().uuidString
    let other = Example.plain(Session("# echo b\nb\n"))
    let changed = Example(
      [Listing("import TinyKernel\nfinal class Other: Module {}\n")],
      [Session("# types\nOther\n")])
    let first = await workshop.run([example, other, changed], in: cache)
    #expect(first.counts.passed == 3)
    let folder = workshop.folder.folder("\(cache)/cache/\(kind)")
    try Self.damage(damage, folder)
    // A program is looked at only before a run.
    if kind == "programs" {
      try workshop.folder.folder("\(cache)/cache").remove("runs")
    }
    let second = await workshop.run([example, other, changed], in: cache)
    #expect(second.diagnostics == [])
    #expect(second.counts.passed == 3)
    #expect(second.transcripts == first.transcripts)
  }

  private static func damage(_ kind: String, _ folder: Folder) throws {
    let names = folder.names
    switch kind {
    case "cut":
      for name in names {
        try folder.write(name, Array((folder.read(name) ?? []).dropLast(10)))
      }
    case "changed":
      for name in names {
        var bytes = folder.read(name) ?? []
        bytes[bytes.count - 5] ^= 1
        try folder.write(name, bytes)
      }
    case "exchanged":
      let all = names.map { folder.read($0) ?? [] }
      for (name, bytes) in zip(names, all.reversed()) { try folder.write(name, bytes) }
    default:
      for name in names { try folder.remove(name) }
    }
  }

  @Test("a runtime is told by what it holds, and not by when it was written")
  func runtimeIdentity() async throws {
    let workshop = try await Workshop.open()
    let folder = workshop.folder.folder(UUID().uuidString)
    let settings = BookSettings.Runtime(product: "P", modules: ["M"], entry: "run")
    func identity(_ archive: String, age: Double) throws -> String {
      try folder.write("libP.a", archive)
      try folder.write("Modules/M.swiftmodule", "module")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)],
        ofItemAtPath: folder.path(of: "libP.a"))
      return try RuntimeLibrary(buildFolder: folder.path, settings: settings).identity
    }
    let first = try identity("old", age: 1000)
    #expect(try identity("old", age: 500) == first)
    #expect(try identity("new", age: 100) != first)
    #expect(try identity("new", age: 100) == identity("new", age: 50))
    // A kept hash that makes no sense is not believed.
    try folder.write("P.hash", "nothing")
    #expect(try identity("old", age: 1000) == first)
  }

  @Test("the oldest entries go first")
  func prune() throws {
    let path = NSTemporaryDirectory() + "quire-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let cache = BuildCache(folder: Folder(path: path))
    for number in 0..<(BuildCache.most + 3) { try cache.folder.write("runs/\(number)", "") }
    let old = Date(timeIntervalSinceNow: -1000)
    for number in [7, 8, 9] {
      try FileManager.default.setAttributes(
        [.modificationDate: old], ofItemAtPath: "\(path)/runs/\(number)")
    }
    cache.prune()
    let left = Set(cache.folder.folder("runs").names)
    #expect(left.count == BuildCache.most)
    #expect(left.isDisjoint(with: ["7", "8", "9"]))
  }
}
