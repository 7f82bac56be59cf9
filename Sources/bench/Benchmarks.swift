import SimKernel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Benchmark {
  /// Two processes and more that give the processor to each other.
  static let switches = Benchmark(
    name: "switches between processes", objects: "processes", sizes: [2, 10, 100, 1_000]
  ) { size in
    best {
      let machine = BareMachine()
      defer { machine.kernel.shutDown() }
      let rounds = max(10, 100_000 / size)
      for index in 0..<size - 1 {
        _ = try? machine.kernel.spawn("yielder\(index)") { system in
          for _ in 0..<rounds { try? await system.yield() }
          return 0
        }
      }
      let time = machine.time { system async throws(Errno) in
        for _ in 0..<rounds { try await system.yield() }
      }
      return time / (rounds * size)
    }
  }

  /// Timer interrupts, each of which calls every task on `tq_timer`.
  static let ticks = Benchmark(
    name: "tasks called by ticks", objects: "queued tasks", sizes: [10, 1_000, 10_000, 100_000]
  ) { size in
    best(of: 3) {
      let machine = BareMachine()
      defer { machine.kernel.shutDown() }
      Ticker.taskCount = size
      machine.time { system async throws(Errno) in
        try await BareMachine.load(Ticker.self, as: "ticker", system)
      }
      let ticks = max(2, 100_000 / size)
      let time = machine.time { system async throws(Errno) in try await system.sleep(ticks: ticks) }
      return time / (ticks * size)
    }
  }

  /// A device that is opened, read and closed while others are open.
  static let files = Benchmark(
    name: "open, read and close", objects: "open files", sizes: [10, 1_000, 10_000, 100_000]
  ) { size in
    best(of: 3) {
      let machine = BareMachine()
      defer { machine.kernel.shutDown() }
      var time = Duration.zero
      machine.time { system async throws(Errno) in
        try await BareMachine.load(Probe.self, as: "probe", system)
        try await system.mknod("/dev/probe", major: 240, minor: 0)
      }
      // A process has a limit of its own; they are shared out among as many as it takes.
      for _ in 0..<(size + 999) / 1_000 {
        _ = try? machine.kernel.spawn("holder") { system in
          for _ in 0..<min(size, 1_000) { _ = try? await system.open("/dev/probe") }
          try? await system.pause()
          return 0
        }
      }
      machine.time { system async throws(Errno) in try await system.sleep(ticks: 2) }
      let rounds = 10_000
      time = machine.time { system async throws(Errno) in
        for _ in 0..<rounds {
          let descriptor = try await system.open("/dev/probe")
          _ = try await system.read(descriptor, count: 16)
          try await system.close(descriptor)
        }
      }
      return time / rounds
    }
  }

  /// A module that is loaded and removed while others are loaded; the module area holds no more.
  static let modules = Benchmark(
    name: "insmod and rmmod", objects: "loaded modules", sizes: [10, 100, 1_000, 8_000]
  ) { size in
    best(of: 3) {
      let machine = BareMachine()
      defer { machine.kernel.shutDown() }
      machine.time { system async throws(Errno) in
        for index in 0..<size {
          try await BareMachine.load(Idle.self, as: "idle\(index)", system)
        }
      }
      let rounds = 1_000
      let time = machine.time { system async throws(Errno) in
        for _ in 0..<rounds {
          try await BareMachine.load(Probe.self, as: "probe", system)
          try await system.deleteModule("probe")
        }
      }
      return time / rounds
    }
  }

  /// Machines that are booted and taken down, one after the other.
  static let boots = Benchmark(
    name: "boots", objects: "machines before it", sizes: [10, 1_000, 100_000]
  ) { size in
    after(size) { BareMachine().kernel.shutDown() }
  }

  /// A machine's whole life: boot, load, open, close, unload, shutdown.
  static let life = Benchmark(
    name: "lives (boot, load, open, close, unload, shut down)", objects: "machines before it",
    sizes: [10, 1_000, 100_000]
  ) { size in
    let before = residentBytes()
    let time = after(size, live)
    print("  memory: \((residentBytes() - before) / 1024) KiB more after \(size) lives")
    return time
  }

  private static func live() {
    let machine = BareMachine()
    machine.time { system async throws(Errno) in
      try await BareMachine.load(Probe.self, as: "probe", system)
      try await system.mknod("/dev/probe", major: 240, minor: 0)
      let descriptor = try await system.open("/dev/probe")
      try await system.close(descriptor)
      try await system.deleteModule("probe")
    }
    machine.kernel.shutDown()
  }
}

/// A module that registers nothing.
final class Idle: Module {
  init() {}
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

/// What this program has in the host's memory, in bytes; 0 where the host does not tell.
private func residentBytes() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var buffer = [CChar](repeating: 0, count: 128)
  guard fgets(&buffer, 128, file) != nil else { return 0 }
  let text = String(
    decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
}
