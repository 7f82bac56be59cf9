import CKernelMemory
import Testing

@testable import SimKernel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("What is left of a machine") struct LifetimeTests {
  @Test("a module that was removed is gone from the host's memory, its owner fields included")
  func module() throws {
    let bench = try Bench()
    #expect(try bench.load(Entangled.self) == nil)
    weak let instance = bench.module()?.instance as? Entangled
    weak let record = bench.module()
    #expect(instance != nil)
    #expect(try bench.unload() == nil)
    #expect(instance == nil)
    #expect(record == nil)
  }

  @Test("a machine that was taken down is gone, with every process that slept on it")
  func kernel() throws {
    weak var kernel: Kernel?
    weak var instance: Entangled?
    func live() throws {
      let bench = try Bench()
      kernel = bench.kernel
      #expect(try bench.load(Entangled.self) == nil)
      instance = bench.module()?.instance as? Entangled
      try bench.run { system async throws(Errno) in
        try await system.mknod("/dev/test", major: 240, minor: 0)
      }
      for _ in 0..<3 {
        try bench.start { system async throws(Errno) in
          _ = try await system.read(try await system.open("/dev/test"), count: 1)
        }
      }
      try bench.start { system async throws(Errno) in try await system.pause() }
      // One dies in the kernel, and nobody asks how.
      try bench.start { system async throws(Errno) in
        try await system.call(.sysRead) { () async throws(Trap) in
          _ = try system.kernel.load32(.null)
        }
      }
      #expect(bench.pass(ticks: 10) == .stuck)
    }
    try live()
    #expect(kernel == nil)
    #expect(instance == nil)
  }

  @Test("taking a machine down twice, or before it ran, does no harm")
  func shutDownTwice() throws {
    let kernel = try Kernel()
    try kernel.spawn("never") { _ in 0 }
    kernel.shutDown()
    kernel.shutDown()
    #expect(kernel.processTable.isEmpty)
  }

  #if os(Linux)
    @Test("ten thousand machines that are booted, crashed and taken down leave nothing behind")
    func tenThousand() async throws {
      await #expect(processExitsWith: .success) {
        func life() throws {
          let bench = try Bench()
          try bench.load { module in module.queueTask(TaskQueueEntry("task") {}, on: .timer) }
          #expect(try bench.unload() == nil)
          #expect(bench.pass(ticks: 2) == .panicked)
        }
        for _ in 0..<500 { try life() }
        let before = residentPages()
        for _ in 0..<10_000 { try life() }
        // A megabyte is what the allocator may hold back; one page of each machine would be forty.
        guard residentPages() - before < 256 else { exit(1) }
      }
    }
  #endif

  @Test("a module that traps ends the program, by its own message")
  func trap() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try Bench().load { _ in fatalError("the module gives up") }
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains("the module gives up"))
  }

  @Test("a touch of memory that is not the machine's ends the program, as without us")
  func foreignFault() async {
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      _ = try Bench()
      let nowhere = UnsafePointer<UInt8>(bitPattern: 0x10)
      print(nowhere?.pointee ?? 0)
    }
  }

  @Test("a program can end by a signal as if nobody had caught it")
  func die() async {
    await #expect(processExitsWith: .signal(SIGABRT)) { kernel_memory_die(SIGABRT) }
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      _ = try Bench()
      kernel_memory_die(SIGSEGV)
    }
  }
}

/// A module whose structures all point back to it.
private final class Entangled: Module {
  private let queue = WaitQueue()
  private lazy var operations = FileOperations(
    owner: self,
    read: { _, _ in
      repeat { await self.sleepOn(self.queue) } while !self.signalPending
      return 0
    })
  /// Made, and never handed over.
  private lazy var unused = TaskQueueEntry("unused") { self.printk("never") }

  func initModule() async throws(Errno) {
    try registerChrdev(240, "test", operations)
    _ = unused
  }

  func cleanupModule() async {
    do throws(Errno) { try unregisterChrdev(240, "test") } catch { printk("\(error)\n") }
  }
}

#if os(Linux)
  /// Pages of the host's memory that this program has.
  private func residentPages() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return .max }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    fgets(&line, 256, file)
    let words = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
      separator: " ")
    return words.count > 1 ? Int(words[1]) ?? .max : .max
  }
#endif
