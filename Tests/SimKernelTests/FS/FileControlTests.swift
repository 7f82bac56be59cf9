import Testing

@testable import SimKernel

@Suite("Seeking, controlling, polling, mapping") struct FileControlTests {
  @Test(
    "each operation of a driver is called, and its result is the caller's",
    arguments: KernelVersion.generations)
  func called(version: KernelVersion) throws {
    let bench = try Bench(version)
    var calls: [String] = []
    try bench.loadDriver { module in
      FileOperations(
        owner: module,
        llseek: { file, offset, origin in
          file.position = offset + origin.rawValue
          return file.position
        },
        ioctl: { _, command, argument async throws(Errno) in
          guard command == 7 else { throw .EINVAL }
          return Int(argument) + 1
        },
        poll: { _ in .readable },
        mmap: { _, mapping in calls.append("mmap \(mapping.length)") },
        flush: { _ async throws(Errno) in
          calls.append("flush")
          throw .EIO
        })
    }
    let errno = try bench.errno { system async throws(Errno) in
      let file = try await system.open("/dev/test", .readWrite)
      #expect(try await system.lseek(file, 40, .end) == 42)
      #expect(try await system.ioctl(file, 7, 9) == 10)
      do throws(Errno) { try await system.ioctl(file, 8) } catch { #expect(error == .EINVAL) }
      #expect(try await system.poll(file) == .readable)
      _ = try await system.mmap(file, length: 5000)
      try await system.close(file)
    }
    // What flush says is what close returns; the file is closed all the same.
    #expect(errno == .EIO)
    #expect(calls == ["mmap 8192", "flush"])
  }

  @Test("a mapping keeps the file in use after it was closed, until it or its process ends")
  func mapping() throws {
    let bench = try Bench(.v6_1)
    try bench.loadDriver { module in FileOperations(owner: module, mmap: { _, _ in }) }
    for unmaps in [true, false] {
      try bench.run { system async throws(Errno) in
        let file = try await system.open("/dev/test")
        let start = try await system.mmap(file, length: 1)
        try await system.close(file)
        #expect(bench.references() == 2)
        if unmaps {
          try await system.munmap(start)
          #expect(bench.references() == 0)
        }
      }
      #expect(bench.references() == 0)
    }
  }

  @Test("what is wrong with a call is said in the order of the real one")
  func badCalls() throws {
    let bench = try Bench(.v6_1)
    try bench.loadDriver { module in FileOperations(owner: module, mmap: { _, _ in }) }
    func errno(_ call: @escaping (SystemCalls, Int) async throws(Errno) -> Void) throws -> Errno? {
      try bench.errno { system async throws(Errno) in
        try await call(system, try await system.open("/dev/test"))
      }
    }
    #expect(
      try errno { system, _ async throws(Errno) in _ = try await system.mmap(99, length: 1) }
        == .EBADF)
    #expect(
      try errno { system, file async throws(Errno) in _ = try await system.mmap(file, length: 0) }
        == .EINVAL)
    #expect(
      try errno { system, file async throws(Errno) in _ = try await system.mmap(file, length: .max)
      } == .EINVAL)
    #expect(
      try errno { system, file async throws(Errno) in
        _ = try await system.mmap(file, length: 1, isWritable: true)
      } == .EACCES)
    #expect(try errno { system, _ async throws(Errno) in _ = try await system.dup(99) } == .EBADF)
    #expect(try errno { system, _ async throws(Errno) in try await system.lseek(-1, 0) } == .EBADF)
    #expect(try errno { system, _ async throws(Errno) in try await system.ioctl(99, 0) } == .EBADF)
    #expect(try errno { system, _ async throws(Errno) in _ = try await system.poll(99) } == .EBADF)
  }

  @Test("a file with no operations to seek moves its position until 2.6, and not before its start")
  func defaultSeek() throws {
    let bench = try Bench(.v2_6)
    try bench.loadDriver { _ in FileOperations() }
    try bench.run { system async throws(Errno) in
      let file = try await system.open("/dev/test")
      #expect(try await system.lseek(file, 10) == 10)
      #expect(try await system.lseek(file, 5, .current) == 15)
      do throws(Errno) { try await system.lseek(file, -16, .current) } catch {
        #expect(error == .EINVAL)
      }
      do throws(Errno) { try await system.lseek(file, .max, .current) } catch {
        #expect(error == .EINVAL)
      }
    }
  }
}
