#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Folder {
  /// Gives a new, empty folder to `body`, and removes it afterwards.
  func withScratch<Result: Sendable>(
    _ body: (Folder) async throws(SystemFailure) -> Result
  ) async throws(SystemFailure) -> Result {
    let name = "\(ScratchOwner.current.prefix)\(UUID().uuidString)"
    let scratch = folder(name)
    try scratch.create()
    defer { try? remove(name) }
    return try await body(scratch)
  }

  /// When a file was last written, and its size: enough to see that it was built anew.
  func stamp(of name: String) -> String? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: name)),
      let date = attributes[.modificationDate] as? Date, let size = attributes[.size]
    else { return nil }
    return "\(name) \(size) \(date.timeIntervalSinceReferenceDate)"
  }

  /// Notes that a file is still in use, for whoever removes the oldest.
  func touch(_ name: String) {
    try? FileManager.default.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: path(of: name))
  }

  /// When a file was last written or touched.
  func age(of name: String) -> Double {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: name))
    return (attributes?[.modificationDate] as? Date)?.timeIntervalSinceNow ?? -.infinity
  }
}
