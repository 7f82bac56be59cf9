import Testing

@testable import SimKernel

@Suite("Drivers and the process's memory") struct UserBufferTests {
  private func read(
    count: Int = 4, _ body: @escaping (File, UserBuffer) async throws(Errno) -> Int
  ) throws -> Result<[UInt8], Errno> {
    let bench = try Bench()
    try bench.loadDriver { _ in FileOperations(read: body) }
    var result = Result<[UInt8], Errno>.failure(.EIO)
    try bench.run { system async throws(Errno) in
      let descriptor = try await system.open("/dev/test")
      do throws(Errno) {
        result = .success(try await system.read(descriptor, count: count))
      } catch {
        result = .failure(error)
      }
    }
    return result
  }

  @Test("a read gets what the driver put there")
  func put() throws {
    let result = try read { _, buffer async throws(Errno) in
      try await buffer.putUser(7, at: 0)
      try await buffer.putUser(8, at: 1)
      return 2
    }
    #expect(result == .success([7, 8]))
  }

  @Test("a driver that claims more than was asked for gives no more than there is")
  func tooMuch() throws {
    #expect(try read { _, _ in 1000 } == .success([0, 0, 0, 0]))
    #expect(try read { _, _ in .max } == .success([0, 0, 0, 0]))
  }

  @Test("a negative number is the error that it is in C", arguments: [-22, -1, Int.min])
  func negative(value: Int) throws {
    #expect(try read { _, _ in value } == .failure(Errno(rawValue: value == .min ? .max : -value)))
  }

  @Test("outside the process's memory there is EFAULT", arguments: [-1, 4, Int.max, .min])
  func outside(offset: Int) throws {
    #expect(
      try read { _, buffer async throws(Errno) in
        try await buffer.putUser(0, at: offset)
        return 1
      } == .failure(.EFAULT))
    #expect(
      try read { _, buffer async throws(Errno) in
        Int(try await buffer.getUser(at: offset))
      } == .failure(.EFAULT))
    #expect(
      try read { _, buffer async throws(Errno) in
        try await buffer.copyToUser(Array(repeating: 1, count: 5))
        return 5
      } == .failure(.EFAULT))
  }

  @Test("a size that is none is refused before the driver is asked")
  func sizes() throws {
    #expect(try read(count: -1) { _, _ in 0 } == .failure(.EINVAL))
    #expect(try read(count: .max) { _, _ in 0 } == .failure(.EFAULT))
    #expect(try read(count: 0) { _, _ in 0 } == .success([]))
  }

  @Test(
    "a descriptor that is none is refused, wherever it is named", arguments: [-1, 3, 1024, .max])
  func descriptors(number: Int) throws {
    let bench = try Bench()
    var errors: [Errno] = []
    func note(_ call: (Int) async throws(Errno) -> Void) async {
      do throws(Errno) { try await call(number) } catch { errors.append(error) }
    }
    try bench.run { system async throws(Errno) in
      await note { number async throws(Errno) in _ = try await system.read(number, count: 1) }
      await note { number async throws(Errno) in try await system.write(number, [1]) }
      await note { number async throws(Errno) in try await system.close(number) }
      await note { number async throws(Errno) in try await system.dup2(number, 0) }
      if number != 3 {
        await note { number async throws(Errno) in try await system.dup2(0, number) }
      }
    }
    #expect(errors == Array(repeating: .EBADF, count: number == 3 ? 4 : 5))
  }

  @Test("a process has a thousand descriptors and no more")
  func tooManyFiles() throws {
    let bench = try Bench()
    var opened = 0
    let errno = try bench.errno { system async throws(Errno) in
      while true {
        _ = try await system.open("/dev/null")
        opened += 1
      }
    }
    #expect(errno == .EMFILE)
    #expect(opened == 1024 - 3)
  }
}
