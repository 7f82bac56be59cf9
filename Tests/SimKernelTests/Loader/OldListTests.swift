import Testing

@testable import SimKernel

@Suite("/proc/modules of the first live-flag loaders") struct OldListTests {
  @Test(
    "name, size, uses, users, then what keeps it, with blanks between (SEMANTICS 5.1: 2.5.5x)")
  func first() throws {
    let bench = try Bench(.v2_5_5x)
    try Puppet.$linking.withValue(.init(exports: ["alpha"])) { _ = try bench.load("a") }
    for name in ["b", "c"] {
      try Puppet.$linking.withValue(.init(imports: ["alpha"])) { _ = try bench.load(name) }
    }
    #expect(try bench.line("a")?.wholeMatch(of: /a \d+ 2 c b/) != nil)
    #expect(try bench.line("c")?.wholeMatch(of: /c \d+ 0/) != nil)
    #expect(try bench.load(NoExit.self, as: "stays") == nil)
    bench.module("stays")?.isUnsafe = true
    #expect(try bench.line("stays")?.wholeMatch(of: /stays \d+ 0 \[unsafe\] \[permanent\]/) != nil)
  }

  @Test(
    "2.6: users with a comma behind each, a minus for none, state and address (SEMANTICS 5.1: 2.6)",
    arguments: [KernelVersion.v2_6_0, .v2_6])
  func later(version: KernelVersion) throws {
    let bench = try Bench(version)
    try Puppet.$linking.withValue(.init(exports: ["alpha"])) { _ = try bench.load("a") }
    for name in ["b", "c"] {
      try Puppet.$linking.withValue(.init(imports: ["alpha"])) { _ = try bench.load(name) }
    }
    #expect(try bench.line("a")?.wholeMatch(of: /a \d+ 2 c,b, Live ADDRESS/) != nil)
    #expect(try bench.line("b")?.wholeMatch(of: /b \d+ 0 - Live ADDRESS/) != nil)
  }

  @Test("there are no more files of the old calls: /proc/ksyms is gone (SEMANTICS 5.1: ksyms)")
  func ksyms() throws {
    #expect(try Bench(.v2_4).contents(of: "/proc/ksyms") != nil)
    #expect(try Bench(.v2_6).contents(of: "/proc/ksyms") == nil)
  }
}
