import Testing

@testable import SimKernel

@Suite("query_module and get_kernel_syms") struct QueryTests {
  private func bench() throws -> Bench {
    let bench = try Bench(.v2_4)
    try Puppet.$linking.withValue(.init(exports: ["alpha", "beta"])) { _ = try bench.load("a") }
    try bench.run { system async throws(Errno) in
      var image = ModuleImage(name: "b", type: Empty.self)
      image.dependencies = ["a"]
      try await system.insert(image)
    }
    return bench
  }

  private func ask(
    _ bench: Bench, _ name: String?, _ question: QueryBuffer.Question?, capacity: Int = 4096
  ) throws -> (QueryBuffer, Errno?) {
    let buffer = QueryBuffer(capacity: capacity)
    let errno = try bench.errno { system async throws(Errno) in
      try await system.queryModule(name, question, buffer)
    }
    return (buffer, errno)
  }

  @Test("each question has its answer (SEMANTICS 3.1 row 6)")
  func answers() throws {
    let bench = try bench()
    #expect(try ask(bench, "a", .existence).1 == nil)
    #expect(try ask(bench, nil, .modules).0.names.map(\.name) == ["b", "a"])
    #expect(try ask(bench, "b", .dependencies).0.names.map(\.name) == ["a"])
    #expect(try ask(bench, "a", .references).0.names.map(\.name) == ["b"])
    #expect(try ask(bench, "a", .symbols).0.names.map(\.name) == ["alpha", "beta"])
    #expect(try ask(bench, "a", .symbols).0.result == 2)
  }

  @Test("the question itself counts, and does not show (SEMANTICS 3.1 row 6)")
  func information() throws {
    let bench = try bench()
    let module = try #require(bench.module("a"))
    let answer = try #require(try ask(bench, "a", .information).0.information)
    #expect(answer.address == module.address.rawValue)
    #expect(answer.size == module.size)
    // Running and used once.
    #expect(answer.flags == 17)
    #expect(answer.useCount == 0)
    #expect(bench.kernel.useCount(of: module) == 0)
  }

  @Test(
    "what is missing, what is no question, and what the kernel itself cannot be asked (SEMANTICS 3.1 row 6)"
  )
  func errors() throws {
    let bench = try bench()
    #expect(try ask(bench, "c", .information).1 == .ENOENT)
    #expect(try ask(bench, "a", nil).1 == .EINVAL)
    for question in [QueryBuffer.Question.dependencies, .references, .information] {
      #expect(try ask(bench, nil, question).1 == .EINVAL)
    }
    #expect(try ask(bench, nil, .existence).1 == nil)
    #expect(try ask(bench, nil, .symbols).1 == nil)
  }

  @Test("a buffer that is too small gives ENOSPC and says what is needed (SEMANTICS 3.1 row 6)")
  func space() throws {
    let bench = try bench()
    let (buffer, errno) = try ask(bench, nil, .modules, capacity: 3)
    #expect(errno == .ENOSPC)
    #expect(buffer.result == 4)
    #expect(try ask(bench, nil, .modules, capacity: 4).1 == nil)
    #expect(try ask(bench, "a", .information, capacity: 15).1 == .ENOSPC)
  }

  @Test(
    "get_module_symbol finds an address and counts nothing, and is there in 2.2 only (SEMANTICS 4: get_module_symbol)"
  )
  func moduleSymbol() throws {
    for version in [KernelVersion.v2_2, .v2_4] {
      let bench = try Bench(version)
      try Puppet.$linking.withValue(.init(exports: ["alpha"])) { _ = try bench.load("a") }
      let alpha = ExportedSymbol("alpha", as: (() -> Int).self)
      let beta = ExportedSymbol("beta", as: (() -> Int).self)
      var found: [Address?] = []
      try bench.load("user") { module in
        found.append(module.getModuleSymbol("a", alpha)?.address)
        found.append(module.getModuleSymbol(nil, alpha)?.address)
        found.append(module.getModuleSymbol("b", alpha)?.address)
        found.append(module.getModuleSymbol("a", beta)?.address)
      }
      let address = version == .v2_2 ? bench.module("a")?.exports.first?.address : nil
      #expect(found == [address, address, nil, nil])
      #expect(bench.log.isEmpty == (version == .v2_2))
      #expect(try bench.unload("a") == nil)
    }
  }

  @Test(
    "get_kernel_syms lists each module's symbols behind its name with a # (SEMANTICS 3.1 row 7)")
  func table() throws {
    let bench = try bench()
    var names: [String] = []
    try bench.run { system async throws(Errno) in
      names = try await system.getKernelSyms().map(\.name)
    }
    #expect(names.prefix(5) == ["#b", "#a", "alpha", "beta", "#"])
    #expect(names.dropFirst(5).contains("printk"))
  }
}
