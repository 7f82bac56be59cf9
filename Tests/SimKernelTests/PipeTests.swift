import Testing

@testable import SimKernel

@Suite("Pipes (fs/pipe.c)") struct PipeTests {
  /// What two processes saw who share a pipe; the first reads, the second writes.
  private func run(
    reader: @escaping (SystemCalls, Int) async throws(Errno) -> [Int],
    writer: @escaping (SystemCalls, Int) async throws(Errno) -> [Int]
  ) throws -> (read: [Int], written: [Int], writerStatus: Int?) {
    let kernel = try Kernel()
    defer { kernel.shutDown() }
    // The first process must not end.
    try kernel.spawn("init") { system in
      try? await system.pause()
      return 0
    }
    var read: [Int] = []
    var written: [Int] = []
    var child: SimKernel.Process?
    let parent = try kernel.spawn("reader") { system in
      do throws(Errno) {
        let pipe = try await system.pipe()
        let files = system.files?.copy() ?? FileTable()
        child = try kernel.spawn("writer", files: files) { system in
          do throws(Errno) {
            try await system.close(pipe.reading)
            written = try await writer(system, pipe.writing)
          } catch { written.append(-error.rawValue) }
          return 0
        }
        try await system.close(pipe.writing)
        read = try await reader(system, pipe.reading)
      } catch { read.append(-error.rawValue) }
      return 0
    }
    _ = kernel.run(
      until: { parent.exitStatus != nil && child?.exitStatus != nil }, ticks: 1000)
    return (read, written, child?.exitStatus)
  }

  @Test("a reader waits for the first byte, takes what is there, and gets 0 when nobody writes")
  func reading() throws {
    let result = try run(
      reader: { system, descriptor async throws(Errno) in
        var counts: [Int] = []
        for _ in 0..<3 {
          counts.append(try await system.read(descriptor, count: 4).count)
          try await system.sleep(ticks: 3)
        }
        return counts
      },
      writer: { system, descriptor async throws(Errno) in
        try await system.sleep(ticks: 5)
        return [try await system.write(descriptor, [1, 2, 3, 4, 5])]
      })
    #expect(result.read == [4, 1, 0])
    #expect(result.written == [5])
  }

  @Test("a writer waits while 4,096 bytes are in the pipe, and all that it wrote arrives")
  func writing() throws {
    var largest = 0
    let result = try run(
      reader: { system, descriptor async throws(Errno) in
        try await system.sleep(ticks: 5)
        var sum = 0
        while case let bytes = try await system.read(descriptor, count: 8192), !bytes.isEmpty {
          largest = max(largest, bytes.count)
          sum += bytes.count
        }
        return [sum]
      },
      writer: { system, descriptor async throws(Errno) in
        [
          try await system.write(descriptor, Array(repeating: 1, count: 10_000)),
          try await system.write(descriptor, Array(repeating: 1, count: 4096)),
        ]
      })
    #expect(result.read == [14_096])
    #expect(result.written == [10_000, 4096])
    #expect(largest == 4096)
  }

  @Test(
    "a pipe holds a page until 2.6.10, sixteen since: `pipe(7)`",
    arguments: [
      (KernelVersion.v2_2, 4096), (.v2_4, 4096), (.v2_6, 65_536), (.v6_1, 65_536),
    ])
  func capacity(version: KernelVersion, bytes: Int) throws {
    let bench = try Bench(version)
    var written = 0
    try bench.start { system async throws(Errno) in
      let pipe = try await system.pipe()
      let piece = [UInt8](repeating: 1, count: 1024)
      while true { written += try await system.write(pipe.writing, piece) }
    }
    bench.pass(ticks: 5)
    #expect(written == bytes)
  }

  @Test("up to PIPE_BUF bytes go in as one piece: they wait for room for all of them")
  func atomic() throws {
    let result = try run(
      reader: { system, descriptor async throws(Errno) in
        try await system.sleep(ticks: 5)
        return [
          try await system.read(descriptor, count: 100).count,
          try await system.read(descriptor, count: 8192).count,
          try await system.read(descriptor, count: 8192).count,
        ]
      },
      writer: { system, descriptor async throws(Errno) in
        [
          try await system.write(descriptor, Array(repeating: 1, count: 4000)),
          try await system.write(descriptor, Array(repeating: 2, count: 1000)),
        ]
      })
    #expect(result.read == [100, 3900, 1000])
  }

  @Test("where nobody reads, a writer gets SIGPIPE and dies of it")
  func broken() throws {
    let result = try run(
      reader: { system, descriptor async throws(Errno) in
        try await system.close(descriptor)
        return []
      },
      writer: { system, descriptor async throws(Errno) in
        try await system.sleep(ticks: 5)
        return [try await system.write(descriptor, [1])]
      })
    #expect(result.written == [])
    #expect(result.writerStatus == Signal.SIGPIPE)
  }

  @Test("the ends of a pipe are of no use the other way round")
  func wrongEnd() throws {
    let result = try run(
      reader: { system, descriptor async throws(Errno) in
        [try await system.write(descriptor, [1])]
      },
      writer: { system, descriptor async throws(Errno) in
        [try await system.read(descriptor, count: 1).count]
      })
    #expect(result.read == [-Errno.EBADF.rawValue])
    #expect(result.written == [-Errno.EBADF.rawValue])
  }
}
