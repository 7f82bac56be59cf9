import Testing

@testable import SimKernel

@Suite("Use counts") struct UseCountTests {
  private func count(_ bench: Bench) -> Int? { bench.module().map(bench.kernel.useCount(of:)) }

  @Test("the count lies in the module's header, on its own pages (SEMANTICS 4: MOD_INC_USE_COUNT)")
  func header() throws {
    let bench = try Bench()
    try bench.load { module in
      module.modIncUseCount()
      module.modIncUseCount()
    }
    let header = try #require(bench.module()?.address)
    #expect(bench.kernel.memory.load32(header + 16) == 2)
    // Running, visited, used once.
    #expect(bench.kernel.memory.load32(header + 20) == 25)
    #expect(bench.kernel.memory.load32(header) == UInt32(ModuleHeader.v2_4.byteCount))
  }

  @Test(
    "a count below zero keeps a module loaded for ever, and is shown (SEMANTICS 4: MOD_DEC_USE_COUNT)"
  )
  func negative() throws {
    let bench = try Bench()
    try bench.load { module in module.modDecUseCount() }
    #expect(count(bench) == -1)
    #expect(try bench.unload() == .EBUSY)
    #expect(try bench.contents(of: "/proc/modules")?.contains("  -1 (unused)\n") == true)
  }

  @Test("a use is seen from inside, and its change is in the trace (SEMANTICS 4: MOD_IN_USE)")
  func inUse() throws {
    let bench = try Bench()
    var seen: [Bool] = []
    try bench.load { module in
      seen.append(module.modInUse)
      module.modDecUseCount()
      seen.append(module.modInUse)
      module.modIncUseCount()
    }
    // While init runs, the loader itself holds a use.
    #expect(seen == [true, false])
    let counts = bench.kernel.trace.records.compactMap { record in
      if case .useCount("test", let count) = record.event { count } else { nil }
    }
    #expect(counts == [0, 1])
  }

  @Test(
    "can_unload replaces the count, and what is not zero means that it cannot (SEMANTICS 4: can_unload)"
  )
  func canUnload() throws {
    let bench = try Bench()
    #expect(try bench.load(Judge.self) == nil)
    let judge = try #require(bench.module()?.instance as? Judge)
    #expect(try bench.contents(of: "/proc/modules")?.contains("  -1") == true)
    #expect(try bench.unload() == .EBUSY)
    judge.verdict = -1
    #expect(try bench.unload() == .EBUSY)
    judge.verdict = 0
    // The count itself is 1, and nobody looks at it.
    #expect(try bench.unload() == nil)
  }

  @Test("counting a use of a module whose header is gone is a write fault in the caller")
  func goneHeader() throws {
    let bench = try Bench()
    let hole = Architecture.i386.moduleAreaStart
    var trap: Trap?
    try bench.run { _ async throws(Errno) in
      do throws(Trap) { try bench.kernel.getModule(at: hole) } catch { trap = error }
    }
    guard case .fault(let fault) = trap else {
      Issue.record("no fault")
      return
    }
    #expect(fault.cause == .page(hole + 16, .read))
  }
}

/// A module that judges itself.
private final class Judge: CanUnload {
  var verdict = 1
  func initModule() async throws(Errno) { modIncUseCount() }
  func cleanupModule() async {}
  func canUnload() -> Int { verdict }
}
