import Testing

@testable import SimKernel

@Suite("What each oops has in common") struct OopsLineTests {
  private func oops(
    _ version: KernelVersion, _ body: @escaping (Kernel) throws(Trap) -> Void
  ) throws -> Bench {
    let bench = try Bench(version)
    try bench.run("toucher") { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in try body(system.kernel) }
    }
    return bench
  }

  @Test(
    "the code segment is 0010 until 2.4, and 0060 in 2.6; so are the others (SEMANTICS 9.2: code segment)",
    arguments: [
      (KernelVersion.v2_2, "EIP:    0010:[<", "ds: 0018   es: 0018   ss: 0018"),
      (.v2_4, "EIP:    0010:[<", "ds: 0018   es: 0018   ss: 0018"),
      (.v2_6, "EIP: 0060:[<", " DS: 007b ES: 007b FS: "),
    ])
  func segments(version: KernelVersion, code: String, data: String) throws {
    let bench = try oops(version) { kernel throws(Trap) in
      _ = try kernel.load32(kernel.version.architecture.moduleAreaStart)
    }
    #expect(bench.log.contains { $0.hasPrefix(code) })
    #expect(bench.log.contains { $0.hasPrefix(data) })
    if version == .v2_6 { #expect(bench.log.contains { $0.hasSuffix(" SS: 0068") }) }
  }

  @Test(
    "bit 1 of the code is a write; both say where (SEMANTICS 9.2: error code, NULL pointer)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func code(version: KernelVersion) throws {
    let hole = version.architecture.moduleAreaStart
    let read = try oops(version) { kernel throws(Trap) in _ = try kernel.load32(hole) }
    #expect(read.log.contains { $0.hasPrefix("Oops: 0000") })
    let write = try oops(version) { kernel throws(Trap) in try kernel.store32(hole, 1) }
    #expect(write.log.contains { $0.hasPrefix("Oops: 0002") })
    let start = version == .v2_6 ? "BUG: unable to handle kernel" : "Unable to handle kernel"
    #expect(
      write.log.contains("\(start) paging request at virtual address c8800000"))
    let null = try oops(version) { kernel throws(Trap) in _ = try kernel.load32(Address(4095)) }
    #expect(
      null.log.contains("\(start) NULL pointer dereference at virtual address 00000fff"))
  }

  @Test(
    "a kernel thread dies, and nobody else (SEMANTICS 9.1: kernel thread, process)",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6])
  func thread(version: KernelVersion) throws {
    let bench = try Bench(version)
    try bench.load { module async throws(Errno) in
      try module.kernelThread {
        module.store(1, at: Address(0x10))
        return 0
      }
    }
    bench.pass(ticks: 5)
    #expect(bench.log.contains { $0.hasPrefix("Oops: 0002") })
    #expect(!bench.kernel.isPanicked)
    #expect(try bench.run { _ in } == .finished)
    #expect(try bench.unload() == nil)
  }
}
