internal import SimKernel

/// What happened in a step, in words for a table.
struct Deeds {
  let words: [String]

  /// The word for a timer interrupt.
  static let tick = "tick"

  /// The words for some records; those that a table needs not tell are left out.
  init(_ records: [TraceRecord], _ names: [Int: String]) {
    words = records.compactMap { Self.words(for: $0.event, names) }
  }

  private static func words(for event: TraceEvent, _ names: [Int: String]) -> String? {
    switch event {
    case .processCreated(_, let name): "starts \(name)"
    case .processExited(let status):
      status & 0x7f == 0 ? "ends" : "dies of signal \(status & 0x7f)"
    case .slept(let function, _): "sleeps in \(function)"
    case .woken(let pid): "wakes \(names[pid] ?? "process \(pid)")"
    case .entered(let function, _, _): "calls \(function)"
    case .returned(let function, _): "\(function) returns"
    case .mapped(let module, _, _): "memory for \(module)"
    case .unmapped(let module, _, _): "the memory of \(module) goes"
    case .initialised(_, let errno): errno == 0 ? nil : "init fails with errno \(errno)"
    case .useCount(let module, let count): "\(module) has \(count) \(count == 1 ? "use" : "uses")"
    case .removalRefused(_, let errno): "refused: errno \(errno)"
    case .registered(_, let name): "registers \(name)"
    case .unregistered(_, let name): "unregisters \(name)"
    case .fault(let address, let isWrite, let function):
      "FAULT: \(isWrite ? "writes to" : "touches") 0x\(String(address, radix: 16)) in \(function)"
    case .panic: "PANIC"
    case .tick: tick
    case .switched, .bottomHalf, .printk, .reported, .command: nil
    }
  }
}
