import Testing

@testable import SimKernel

@Suite("Files under /proc") struct ProcFSTests {
  private func entry(
    _ bench: Bench, _ name: String = "test",
    _ read: @escaping (ProcPage) async throws(Errno) -> Void
  ) throws -> Errno? {
    try bench.load { module async throws(Errno) in
      try module.createProcReadEntry(name, read)
    } cleanUp: { module in
      module.removeProcEntry(name)
    }
  }

  @Test("a reader gets the text in slices, whatever their size", arguments: [1, 3, 7, 4096])
  func slices(chunk: Int) throws {
    let bench = try Bench()
    var offsets: [Int] = []
    let errno = try entry(bench) { page in
      offsets.append(page.offset)
      #expect(page.count == chunk)
      page.print("seven")
      page.print("!\n")
    }
    #expect(errno == nil)
    #expect(try bench.contents(of: "/proc/test", chunk: chunk) == "seven!\n")
    #expect(offsets == Array(stride(from: 0, to: 7, by: chunk)) + [7])
  }

  @Test("more than a page is cut, and the kernel says so")
  func tooLong() throws {
    let bench = try Bench()
    _ = try entry(bench) { page in page.print(String(repeating: "x", count: 5000)) }
    #expect(try bench.contents(of: "/proc/test")?.utf8.count == 4096)
    #expect(bench.log.first == "proc_file_read: Apparent buffer overflow!")
  }

  @Test("an error of the module's is the reader's")
  func errors() throws {
    let bench = try Bench()
    _ = try entry(bench) { _ async throws(Errno) in throw .EIO }
    let errno = try bench.errno { system async throws(Errno) in
      _ = try await system.read(try await system.open("/proc/test"), count: 1)
    }
    #expect(errno == .EIO)
  }

  @Test(
    "a name needs a folder that is there, and a name",
    arguments: [
      ("driver/x", nil), ("nowhere/x", .ENOMEM), ("driver/net/x", .ENOMEM), ("/x", .ENOMEM),
      ("driver/", .ENOMEM), ("", .ENOMEM),
    ] as [(String, Errno?)])
  func folders(name: String, expected: Errno?) throws {
    let bench = try Bench()
    #expect(try entry(bench, name) { page in page.print("here") } == expected)
    #expect(try bench.contents(of: "/proc/\(name)") == (expected == nil ? "here" : nil))
  }

  @Test(
    "removed while it is open: the kernel says so, and frees it with the last close (SEMANTICS 8: remove_proc_entry)"
  )
  func removedWhileOpen() throws {
    let bench = try Bench()
    _ = try entry(bench) { page in page.print("x") }
    let reader = try bench.start { system async throws(Errno) in
      let descriptor = try await system.open("/proc/test")
      try await system.sleep(ticks: 10)
      try await system.close(descriptor)
    }
    bench.pass(ticks: 2)
    #expect(try bench.unload() == nil)
    #expect(bench.log == ["remove_proc_entry: /proc/test busy, count=1"])
    #expect(try bench.contents(of: "/proc/test") == nil)
    bench.pass(ticks: 20)
    #expect(reader.exitStatus == 0)
  }

  @Test("nobody can write there, and trying leaves nothing in use")
  func readOnly() throws {
    let bench = try Bench()
    _ = try entry(bench) { page in page.print("x") }
    #expect(
      try bench.errno { system async throws(Errno) in
        _ = try await system.open("/proc/test", .writeOnly)
      } == .EACCES)
    #expect(try bench.unload() == nil)
    #expect(bench.log.isEmpty)
  }

  @Test("of two files with one name the newer one is read, and removed first")
  func twice() throws {
    let bench = try Bench()
    try bench.load { module async throws(Errno) in
      try module.createProcReadEntry("test") { $0.print("old") }
      try module.createProcReadEntry("test") { $0.print("new") }
      module.removeProcEntry("never made")
    } cleanUp: { module in
      module.removeProcEntry("test")
    }
    #expect(try bench.contents(of: "/proc/test") == "new")
    #expect(try bench.unload() == nil)
    #expect(bench.kernel.procEntries.count == 1)
  }
}
