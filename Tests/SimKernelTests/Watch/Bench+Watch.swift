@testable import SimKernel

extension Bench {
  /// What was reported: each thing, with the member that leads to memory that goes.
  var subjects: [String] { kernel.reports.map(\.subject) }

  /// Everything of one kind that was reported.
  func reports(_ kind: WatchReport.Kind) -> [WatchReport] {
    kernel.reports.filter { $0.kind == kind }
  }
}

extension KernelVersion {
  /// The four, watched.
  static let watchedAll = all.map(\.watched)
  /// Those that know devices by their `cdev`, watched.
  static let watchedLate = [KernelVersion.v2_6, .v6_1].map(\.watched)
  /// Those with task queues, watched.
  static let watchedEarly = [KernelVersion.v2_2, .v2_4].map(\.watched)
}
