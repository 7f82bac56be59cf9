/// Cuts `count=7 name="a b"` into names and values.
///
/// C: `next_arg` of `kernel/params.c` (2.6.24), `lib/cmdline.c` (6.1).
struct ParameterScanner {
  /// A name, and what stood behind its `=`, if there was one.
  struct Argument: Hashable {
    let name: String
    let value: String?
  }

  private static let quote = UInt8(ascii: "\"")

  private let bytes: [UInt8]
  private let rules: ParameterRules
  private var position = 0

  /// Begins with a text, which ends at its first zero byte.
  init(_ text: String, _ rules: ParameterRules) {
    bytes = Array(text.utf8.prefix { $0 != 0 })
    self.rules = rules
    skipBlanks()
  }

  /// What has not been read yet.
  var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

  /// The next one; nil at the end.
  ///
  /// A quote that never ends goes on to the end.
  mutating func next() -> Argument? {
    guard position < bytes.count else { return nil }
    let isQuoted = bytes[position] == Self.quote
    if isQuoted { position += 1 }
    let start = position
    let (end, equals) = extent(from: start, isQuoted: isQuoted)
    position = end < bytes.count ? end + 1 : end
    skipBlanks()
    return argument(bytes[start..<end], equals: equals, isQuoted: isQuoted)
  }

  /// Where the argument ends, and where its first `=` is; one at its very start is none.
  private func extent(from start: Int, isQuoted: Bool) -> (end: Int, equals: Int?) {
    var isInside = isQuoted
    var equals: Int?
    for index in start..<bytes.count {
      if isBlank(bytes[index]) && !isInside { return (index, equals) }
      if equals == nil, index > start, bytes[index] == UInt8(ascii: "=") { equals = index }
      if bytes[index] == Self.quote { isInside.toggle() }
    }
    return (bytes.count, equals)
  }

  private func argument(
    _ word: ArraySlice<UInt8>, equals: Int?, isQuoted: Bool
  ) -> Argument {
    var word = word
    guard let equals else {
      // 2.6.24 looks for the closing quote only behind an `=`.
      if isQuoted, rules.stopsAtDashes, word.last == Self.quote { word.removeLast() }
      return Argument(name: String(decoding: word, as: UTF8.self), value: nil)
    }
    var value = word[(equals + 1)...]
    let beginsQuoted = value.first == Self.quote
    if beginsQuoted { value.removeFirst() }
    if beginsQuoted || isQuoted, value.last == Self.quote { value.removeLast() }
    return Argument(
      name: String(decoding: word[..<equals], as: UTF8.self),
      value: String(decoding: value, as: UTF8.self))
  }

  private mutating func skipBlanks() {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    rules.separatesAtAnyBlank ? NumberText.isBlank(byte) : byte == UInt8(ascii: " ")
  }
}
