@testable import SimKernel

extension KernelVersion {
  static let all: [KernelVersion] = [.v2_2, .v2_4, .v2_6, .v6_1]
}

extension Bench {
  /// The faults that there were: what was accessed how, and in which function.
  var faults: [(isWrite: Bool, function: String)] {
    kernel.trace.records.compactMap { record in
      if case .fault(_, let isWrite, let function) = record.event {
        (isWrite, function)
      } else {
        nil
      }
    }
  }

  /// How often something was called.
  func calls(of name: String) -> [TraceRecord] {
    kernel.trace.records.filter { record in
      if case .entered(name, _, _) = record.event { true } else { false }
    }
  }
}
