/// A mistake that Swift found while a program ran, as it tells it on the standard error.
struct Trap: Sendable, Hashable {
  /// The file, as the language's runtime shortens its path: `Program/01-hello.md`.
  var file: String
  var line: Int

  private static let word = ": Fatal error"

  /// The first one that a program tells of: `Program/01-hello.md:6: Fatal error: no words`.
  init?(in errors: [UInt8]) {
    for bytes in errors.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.firstRange(of: Self.word)?.lowerBound else { continue }
      let place = text[..<end]
      guard let colon = place.lastIndex(of: ":"), let line = Int(place[colon...].dropFirst())
      else { continue }
      file = String(place[..<colon])
      self.line = line
      return
    }
    return nil
  }
}
