import Testing

@testable import SimKernel

@Suite("What a driver keeps with an open file") struct PrivateDataTests {
  /// What one opener has.
  private final class Counter { var reads = 0 }

  @Test("each open file has its own, from open to release; poll says when the device has gone")
  func ownCounter() throws {
    let bench = try Bench()
    try bench.loadDriver { module in
      FileOperations(
        owner: module,
        open: { _, file in file.privateData = Counter() },
        release: { _, file in file.privateData = nil },
        read: { file, buffer async throws(Errno) in
          guard let counter = file.privateData as? Counter else { throw .EIO }
          counter.reads += 1
          try await buffer.copyToUser(Array("\(counter.reads)".utf8))
          return 1
        },
        poll: { $0.privateData == nil ? .hangUp : [.readable, .hangUp] })
    }
    var read: [[UInt8]] = []
    var polled: PollEvents = []
    try bench.run { system async throws(Errno) in
      let first = try await system.open("/dev/test")
      let second = try await system.open("/dev/test")
      for file in [first, first, second] { read.append(try await system.read(file, count: 1)) }
      polled = try await system.poll(second)
    }
    #expect(read == ["1", "2", "1"].map { Array($0.utf8) })
    #expect(polled == [.readable, .hangUp])
  }
}
