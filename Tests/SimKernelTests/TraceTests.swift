import Testing

@testable import SimKernel

@Suite("The trace") struct TraceTests {
  @Test("a full trace keeps its beginning, and says that it is not all")
  func truncated() throws {
    let bench = try Bench()
    #expect(!bench.kernel.trace.isTruncated)
    let count = bench.kernel.trace.records.count
    bench.kernel.trace.capacity = count + 1
    bench.kernel.record(.tick)
    #expect(!bench.kernel.trace.isTruncated)
    bench.kernel.record(.panic("lost"))
    #expect(bench.kernel.trace.isTruncated)
    #expect(bench.kernel.trace.records.last?.event == .tick)
    #expect(bench.kernel.trace.records.count == count + 1)
  }
}
