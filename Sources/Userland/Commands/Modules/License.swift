internal import SimKernel

/// What a module says of its licence, as `insmod` judges it.
///
/// Texts: modutils 2.4.
enum License {
  private static let page = "http://www.tux.org/lkml/#export-tainted"
  private static let flag = "/proc/sys/kernel/tainted"

  /// Warns of a licence that is not free, and tells the kernel.
  ///
  /// - Returns: Whether there was something to warn of.
  static func check(_ license: String, of file: String, _ system: SystemCalls) async -> Bool {
    guard let reason = LicenseRules.v2_4.warning(of: license) else { return false }
    await warn(reason, of: file, bit: 1, system)
    return true
  }

  /// Says why a module taints the kernel, and tells the kernel, by the bit of its taint.
  static func warn(_ reason: String, of file: String, bit: Int, _ system: SystemCalls) async {
    await system.print("Warning: loading \(file) will taint the kernel: \(reason)", to: 2)
    await system.print("  See \(page) for information about tainted modules", to: 2)
    // Where the kernel's flag is not for this user to set, its module is not for him to load either.
    _ = try? await taint(bit, system)
  }

  private static func taint(_ bit: Int, _ system: SystemCalls) async throws(Errno) {
    let descriptor = try await system.open(flag, .readWrite)
    let text = String(decoding: try await system.read(descriptor, count: 16), as: UTF8.self)
    let before = text.split(whereSeparator: \.isNewline).first.flatMap { Int($0) } ?? 0
    try await system.write(descriptor, Array("\(before | bit)\n".utf8))
    try await system.close(descriptor)
  }
}
