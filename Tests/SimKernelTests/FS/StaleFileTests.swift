import Testing

@testable import SimKernel

/// README of the recordings of 6.1, "What kills whom": which function reads what is gone.
@Suite("Open files of a driver that has gone") struct StaleFileTests {
  /// Opens a file whose driver nobody counts, takes the module away, and uses the file.
  private func use(
    _ version: KernelVersion, onHeap: Bool = false,
    _ call: @escaping (SystemCalls, Int) async throws(Errno) -> Void
  ) throws -> (bench: Bench, operations: UInt64) {
    let bench = try Bench(version)
    var operations: FileOperations?
    try bench.loadDriver { module throws(Errno) in
      let made = FileOperations(release: { _, _ in }, read: { _, _ in 0 })
      operations = onHeap ? try module.kmalloc(made) : made
      return made
    }
    let start = operations?.address?.rawValue ?? 0
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test")
      bench.rip()
      try await call(system, file)
    }
    return (bench, start)
  }

  @Test(
    "s02a: read faults where the operation is read, then closing faults too",
    arguments: [
      (KernelVersion.v2_2, "sys_read", UInt64(4), UInt64(32)), (.v2_4, "sys_read", 8, 36),
      (.v2_6, "vfs_read", 8, 52), (.v6_1, "vfs_read", 0x10, 0x78),
    ])
  func read(version: KernelVersion, function: String, read: UInt64, flush: UInt64) throws {
    let (bench, operations) = try use(version) { system, file async throws(Errno) in
      _ = try await system.read(file, count: 100)
    }
    #expect(bench.faultTexts == ["read in \(function)", "read in filp_close"])
    #expect(bench.faultAddresses == [operations + read, operations + flush])
  }

  @Test("2b: close faults in filp_close, once", arguments: KernelVersion.generations)
  func close(version: KernelVersion) throws {
    let (bench, operations) = try use(version) { system, file async throws(Errno) in
      try await system.close(file)
    }
    #expect(bench.faultTexts == ["read in filp_close"])
    #expect(bench.faultAddresses == [operations + version.fileOperations.flush])
  }

  @Test("s02c: operations on the heap: the jump is into the hole, from read and then from __fput")
  func heap() throws {
    let (bench, _) = try use(.v6_1, onHeap: true) { system, file async throws(Errno) in
      _ = try await system.read(file, count: 100)
    }
    #expect(bench.faultTexts == ["read in vfs_read", "read in __fput"])
    #expect(bench.faultAddresses.count == 2)
  }

  @Test("what is noted at open needs no operations: a read that 6.1 knows to be missing is EINVAL")
  func notedAtOpen() throws {
    let bench = try Bench(.v6_1)
    try bench.loadDriver { _ in FileOperations(write: { _, buffer in buffer.count }) }
    var errno: Errno?
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test", .readWrite)
      bench.rip()
      do throws(Errno) { _ = try await system.read(file, count: 1) } catch { errno = error }
      do throws(Errno) { try await system.lseek(file, 0) } catch { #expect(error == .ESPIPE) }
    }
    #expect(errno == .EINVAL)
    #expect(bench.faultTexts == ["read in filp_close"])
  }

  @Test(
    "README 15: a reader that dies gives the file back from 2.6 on; 2.4 counted the call itself",
    arguments: [(KernelVersion.v2_4, 1), (.v2_6, 0), (.v6_1, 0)])
  func diesInRead(version: KernelVersion, left: Int) throws {
    let bench = try Bench(version)
    try bench.loadDriver { module in
      FileOperations(
        owner: module,
        read: { _, _ in
          let lost = WaitQueue()
          lost.address = Address(0x10)
          module.wakeUp(lost)
          return 0
        })
    }
    try bench.run { system async throws(Errno) in
      _ = try await system.read(try await system.open("/dev/test"), count: 1)
    }
    #expect(bench.faults.count == 1)
    #expect(bench.references() == left)
  }
}
