/// A lock that whoever waits for it sleeps for, and which many may have who only read.
///
/// C: `struct rw_semaphore` (from 2.4 on).
public final class ReadWriteSemaphore: ModuleStructure {
  /// How many read, or all ones where somebody writes; then the number of the last who came, and of
  /// the next whose turn it is; then the queue of those who wait.
  enum Layout {
    static let lastTicket: UInt64 = 4
    static let nextTurn: UInt64 = 8
    static let queue: UInt64 = 16
  }

  /// Creates a lock that nobody has.
  ///
  /// C: `DECLARE_RWSEM`.
  public override init() { super.init() }

  override func byteCount(on version: KernelVersion) -> Int {
    Int(Layout.queue) + 3 * Int(version.architecture.wordBytes)
  }

  override func initialise(at address: Address, of module: ModuleRecord, on kernel: Kernel) {
    WaitQueue.initialise(at: address + Layout.queue, on: kernel)
  }
}

/// They get it in the order in which they came; those who read and come one after the other have it
/// together.
extension Kernel {
  private typealias Layout = ReadWriteSemaphore.Layout
  private static let writing = UInt32.max

  /// Takes the lock to read.
  ///
  /// Process context. C: `down_read`.
  func downRead(_ lock: Address) async throws(Trap) {
    try await take(lock, in: .downRead, if: { $0 != Self.writing }, by: { $0 &+ 1 })
  }

  /// Takes the lock to write.
  ///
  /// Process context. C: `down_write`.
  func downWrite(_ lock: Address) async throws(Trap) {
    try await take(lock, in: .downWrite, if: { $0 == 0 }, by: { _ in Self.writing })
  }

  /// Lets go of the lock that was taken to read.
  ///
  /// Any context. C: `up_read`.
  func upRead(_ lock: Address) throws(Trap) {
    try store32(lock, try load32(lock) &- 1)
    try wakeNext(lock)
  }

  /// Lets go of the lock that was taken to write, or goes on with it as one who reads.
  ///
  /// Any context. C: `up_write`, `downgrade_write`.
  func upWrite(_ lock: Address, keepsReading: Bool = false) throws(Trap) {
    try store32(lock, keepsReading ? 1 : 0)
    try wakeNext(lock)
  }

  private func take(
    _ lock: Address, in symbol: KernelFunction, if isFree: (UInt32) -> Bool,
    by change: (UInt32) -> UInt32
  ) async throws(Trap) {
    await step("\(symbol.rawValue): before the count is looked at")
    let ticket = try load32(lock + Layout.lastTicket)
    try store32(lock + Layout.lastTicket, ticket &+ 1)
    try await waitEvent(on: lock + Layout.queue, .uninterruptible, in: symbol) {
      () throws(Trap) in
      guard try load32(lock + Layout.nextTurn) == ticket, isFree(try load32(lock)) else {
        return false
      }
      try store32(lock, change(try load32(lock)))
      try store32(lock + Layout.nextTurn, ticket &+ 1)
      return true
    }
    // Whoever came next may read as well.
    if !isTornDown { try wakeNext(lock) }
  }

  private func wakeNext(_ lock: Address) throws(Trap) {
    try wake(lock + Layout.queue, [.uninterruptible])
  }
}

extension Module {
  /// Takes a lock to read, and sleeps while somebody writes, or waits to.
  ///
  /// Process context. C: `down_read` (from 2.4 on).
  public func downRead(_ lock: ReadWriteSemaphore) async {
    await withSemaphore(lock, "down_read", line: 1519) { kernel, address async throws(Trap) in
      try await kernel.downRead(address)
    }
  }

  /// Takes a lock to write, and sleeps while anybody has it.
  ///
  /// Process context. C: `down_write` (from 2.4 on).
  public func downWrite(_ lock: ReadWriteSemaphore) async {
    await withSemaphore(lock, "down_write", line: 1572) { kernel, address async throws(Trap) in
      try await kernel.downWrite(address)
    }
  }

  /// Lets go of a lock that was taken to read.
  ///
  /// Any context. C: `up_read` (from 2.4 on).
  public func upRead(_ lock: ReadWriteSemaphore) {
    letGo(lock, "up_read", .waitEvent) { kernel, address throws(Trap) in
      try kernel.upRead(address)
    }
  }

  /// Lets go of a lock that was taken to write.
  ///
  /// Any context. C: `up_write` (from 2.4 on).
  public func upWrite(_ lock: ReadWriteSemaphore) {
    letGo(lock, "up_write", .waitEvent) { kernel, address throws(Trap) in
      try kernel.upWrite(address)
    }
  }

  /// Goes on as one who reads with a lock that was taken to write.
  ///
  /// Any context. C: `downgrade_write` (from 2.6 on).
  public func downgradeWrite(_ lock: ReadWriteSemaphore) {
    letGo(lock, "downgrade_write", .mutexes) { kernel, address throws(Trap) in
      try kernel.upWrite(address, keepsReading: true)
    }
  }

  private func withSemaphore(
    _ lock: ReadWriteSemaphore, _ call: String, line: Int,
    _ body: (Kernel, Address) async throws(Trap) -> Void
  ) async {
    await KernelCalls.sleeping(self) { calls async throws(Trap) in
      let kernel = calls.kernel
      guard kernel.has(.waitEvent, call) else { return }
      kernel.mightSleep(file: "kernel/locking/rwsem.c", line: line)
      try await body(kernel, kernel.place(lock, in: calls.module))
    }
  }

  private func letGo(
    _ lock: ReadWriteSemaphore, _ call: String, _ facility: Facilities,
    _ body: (Kernel, Address) throws(Trap) -> Void
  ) {
    guard let calls = KernelCalls(self), calls.kernel.has(facility, call) else { return }
    let address = calls.kernel.place(lock, in: calls.module)
    _ = calls.now { () throws(Trap) in try body(calls.kernel, address) }
  }
}
