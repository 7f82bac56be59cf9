#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What the book last wrote: by it a reader's edit is told from an old version of the book's.
///
/// It is committed beside the examples, so that a clone knows it too.
struct TangleRecord: Sendable, Hashable, Codable {
  static let name = "tangled.json"

  var version = 1
  /// The SHA-256 of each file, by its path below the folder of the examples.
  var files: [String: String] = [:]

  init() {}

  /// Reads a record; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(Self.self, from: Data(bytes)), record.version == 1
    else { return nil }
    self = record
    // Files are removed by this list, and it is only text that somebody committed.
    files = files.filter { path, _ in
      !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }
  }

  /// The record as it is committed: one line a file, sorted, so that merges are easy.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { [UInt8]($0) } ?? []) + [UInt8(ascii: "\n")]
  }
}
