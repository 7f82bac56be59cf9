import Testing

@testable import SimKernel

@Suite("/proc/modules") struct ModuleListTests {
  @Test(
    "a line is the name in 20 columns, the size in 8, the count in 4, and what it is (SEMANTICS 5.1: 2.2 and 2.4)"
  )
  func columns() throws {
    let bench = try Bench()
    try bench.load("short")
    let size = try #require(bench.module("short")?.size)
    let line = try #require(try bench.contents(of: "/proc/modules"))
    #expect(line.wholeMatch(of: /short {15} {4}(\d{4}) {3}0 \(unused\)\n/)?.1 == "\(size)")
    let name = String(repeating: "x", count: 25)
    try bench.load(name)
    #expect(
      try bench.contents(of: "/proc/modules")?.contains(/x{25} {4}\d{4} {3}0 \(unused\)\n/) == true)
  }

  @Test(
    "each combination of flags has its words (SEMANTICS 5.1: 2.2 and 2.4)",
    arguments: [
      ([.running], " (unused)"), ([.running, .usedOnce], ""),
      ([.running, .autoclean, .usedOnce], " (autoclean)"),
      ([.running, .autoclean], " (autoclean) (unused)"),
      ([.running, .deleted, .autoclean], " (deleted)"), ([.deleted], " (deleted)"),
      ([.initializing], " (initializing)"), ([], " (uninitialized)"),
    ] as [(ModuleRecord.Flags, String)])
  func suffix(flags: ModuleRecord.Flags, words: String) throws {
    let bench = try Bench()
    try bench.load()
    let module = try #require(bench.module())
    bench.kernel.setFlags(of: module, to: flags)
    let count = flags.contains(.running) ? "   0" : ""
    let expected = "test".padded(to: 20) + String(module.size).leftPadded(to: 8) + count + words
    #expect(try bench.contents(of: "/proc/modules") == expected + "\n")
  }

  @Test("no more than a page is shown (SEMANTICS 5.1: 2.2 and 2.4)")
  func onePage() throws {
    let bench = try Bench()
    for index in 0..<120 { try bench.load("m\(index)") }
    let text = try #require(try bench.contents(of: "/proc/modules"))
    #expect(text.utf8.count <= 4096)
    #expect(text.utf8.count > 4096 - 20)
    #expect(text.hasPrefix("m119 "))
  }
}
