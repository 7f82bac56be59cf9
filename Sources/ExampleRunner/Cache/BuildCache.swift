#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Results of earlier runs, by the hash of all that they depend on.
///
/// An entry that does not verify is as good as none. Each is written in one step, so that two
/// builds at once can share a cache.
struct BuildCache: Sendable {
  /// Changes whenever an entry's content or meaning does.
  static let format = 1

  /// How many entries of each kind are kept.
  static let most = 400

  let folder: Folder
  /// Whether earlier results are used, and not only written.
  var isRead = true

  /// The key of a result that depends on these texts.
  static func key(_ parts: [String]) -> String {
    SHA256.hex((["quire \(format)"] + parts).map { "\($0.utf8.count):\($0)" }.joined())
  }

  /// The value under a key; nil where there is none, or where it cannot be trusted.
  func value<Value: Decodable>(_ kind: String, _ key: String, as: Value.Type) -> Value? {
    guard isRead, let bytes = folder.read("\(kind)/\(key)") else { return nil }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let payload = Array(bytes[(end + 1)...])
    guard bytes[..<end].elementsEqual(Self.header(key, payload).utf8) else { return nil }
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(payload)) else { return nil }
    folder.touch("\(kind)/\(key)")
    return value
  }

  func store(_ kind: String, _ key: String, _ value: some Encodable) throws(SystemFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return }
    let payload = [UInt8](data)
    try folder.write("\(kind)/\(key)", Array("\(Self.header(key, payload))\n".utf8) + payload)
  }

  /// Removes the entries that were not used for the longest time.
  func prune() {
    for kind in folder.names.map(folder.folder) {
      let names = kind.names
      guard names.count > Self.most else { continue }
      let ages = names.map { (name: $0, age: kind.age(of: $0)) }.sorted { $0.age > $1.age }
      for old in ages.dropFirst(Self.most) { try? kind.remove(old.name) }
    }
  }

  /// The first line of an entry: it names its key, so that an entry under another's name is found.
  private static func header(_ key: String, _ payload: [UInt8]) -> String {
    "quire-cache \(format) \(key) \(SHA256.hex(payload))"
  }
}
