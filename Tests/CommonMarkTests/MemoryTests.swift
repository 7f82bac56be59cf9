import CommonMark
import Foundation
import Testing

@Suite("The memory of the parser")
struct MemoryTests {
  // In a process of its own, where no other test allocates meanwhile.
  @Test("is given back: a million bytes parsed again and again take no more of it")
  func resident() async {
    await #expect(processExitsWith: .success) {
      let line = String(repeating: "a line of text ", count: 30) + "\n"
      let paragraph = "> [link](target)\n\n```swift a=b\n\(line)```\n\n\(line)"
      let source = String(repeating: paragraph, count: 1_000_000 / paragraph.utf8.count)
      // The first runs fill the allocator's own pools.
      for _ in 0..<5 { _ = Document(parsing: source) }
      let before = try residentBytes()
      for _ in 0..<20 { _ = Document(parsing: source) }
      let growth = try residentBytes() - before
      // One tree of the library, lost in each of the runs, would be two million bytes and more.
      #expect(growth < 8_000_000, "grew by \(growth) bytes")
    }
  }
}

#if os(Linux)
  private func residentBytes() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(
      separator: " ")
    return (Int(pages[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
#else
  private func residentBytes() throws -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  }
#endif
