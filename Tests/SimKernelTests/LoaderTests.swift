import Testing

@testable import SimKernel

@Suite("The loader of 2.4") struct LoaderTests {
  private let longName = String(repeating: "n", count: 4096)

  @Test("create_module checks name, size, existence and memory, in this order")
  func createModule() throws {
    let bench = try Bench()
    func create(_ name: String, _ size: Int) throws -> Errno? {
      try bench.errno { system async throws(Errno) in
        try await system.createModule(name, size: size)
      }
    }
    // Each case is wrong in its own way and in all the ways that are looked at later.
    #expect(try create("here", 4096) == nil)
    #expect(try create(longName, 0) == .ENAMETOOLONG)
    #expect(try create("", 0) == .EINVAL)
    let header = Int(ModuleRecord.headerSize)
    #expect(try create("here", header + 3) == .EINVAL)
    #expect(try create("here", .max) == .EEXIST)
    #expect(try create("other", .max) == .ENOMEM)
    #expect(try create("other", .min) == .EINVAL)
    #expect(try create("exact", header + 5) == nil)
    #expect(try create(String(longName.dropLast()), 8192) == nil)
  }
}
