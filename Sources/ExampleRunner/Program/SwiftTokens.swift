/// Reads Swift as a run of tokens: enough to tell what stands at the top level of a file.
struct SwiftTokens {
  enum Token: Hashable {
    case word(String)
    /// `@name`.
    case attribute
    /// `#if`, `#else` and so on, with the rest of its line.
    case directive(String, String)
    /// An opening bracket, and whether it is a brace.
    case open(brace: Bool)
    /// A closing bracket, and whether it is a brace.
    case close(brace: Bool)
    /// A literal, or a byte that is none of these.
    case other(String)
  }

  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [Token] = []
  /// How many interpolations are open; past the limit their brackets are text.
  private var interpolations = 0

  private init(_ source: String) { bytes = Array(source.utf8) }

  static func read(_ source: String) -> [Token] {
    var reader = SwiftTokens(source)
    while reader.index < reader.bytes.count { reader.readToken() }
    return reader.tokens
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func readToken() {
    switch byte() {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): index += 1
    case UInt8(ascii: "/") where starts("//"): skipLine()
    case UInt8(ascii: "/") where starts("/*"): skipComment()
    case UInt8(ascii: "/"): readSlash()
    case UInt8(ascii: "\""): readString(hashes: 0)
    case UInt8(ascii: "#"): readHash()
    case UInt8(ascii: "@"):
      index += 1
      _ = takeWord()
      tokens.append(.attribute)
    case UInt8(ascii: "`"):
      index += 1
      let name = takeWord()
      index += byte() == UInt8(ascii: "`") ? 1 : 0
      tokens.append(.word("`\(name)`"))
    case let byte where Self.isWord(byte): tokens.append(.word(takeWord()))
    default: readBracket()
    }
  }

  private mutating func readBracket() {
    let byte = byte()
    index += 1
    switch byte {
    case UInt8(ascii: "{"): tokens.append(.open(brace: true))
    case UInt8(ascii: "("), UInt8(ascii: "["): tokens.append(.open(brace: false))
    case UInt8(ascii: "}"): tokens.append(.close(brace: true))
    case UInt8(ascii: ")"), UInt8(ascii: "]"): tokens.append(.close(brace: false))
    default: tokens.append(.other(String(Unicode.Scalar(byte))))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private mutating func takeWord() -> String {
    let start = index
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
  }

  /// Comments nest in Swift.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        index += 2
      } else if starts("*/") {
        depth -= 1
        index += 2
      } else {
        index += 1
      }
    } while depth > 0 && index < bytes.count
  }
}

// MARK: - Literals

extension SwiftTokens {
  /// A `#` begins a raw string, an extended regular expression, a directive or a macro.
  private mutating func readHash() {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    index += hashes
    if byte() == UInt8(ascii: "\"") { return readString(hashes: hashes) }
    if byte() == UInt8(ascii: "/") { return skipExtendedRegex(hashes: hashes) }
    let name = takeWord()
    guard ["if", "elseif", "else", "endif"].contains(name) else {
      tokens.append(.other("#"))
      return
    }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), !starts("//") { index += 1 }
    let rest = String(decoding: bytes[start..<index], as: UTF8.self)
    tokens.append(.directive(name, rest.drop { $0 == " " }.description))
  }

  private func hashes(_ count: Int, at offset: Int) -> Bool {
    (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
  }

  private mutating func readString(hashes count: Int) {
    let isMultiline = starts("\"\"\"")
    let quotes = isMultiline ? 3 : 1
    index += quotes
    tokens.append(.other("\""))
    while index < bytes.count {
      if isMultiline ? starts("\"\"\"") : byte() == UInt8(ascii: "\"") {
        if hashes(count, at: quotes) {
          index += quotes + count
          return
        }
        index += 1
      } else if byte() == UInt8(ascii: "\\"), hashes(count, at: 1) {
        index += 1 + count
        if byte() == UInt8(ascii: "("), interpolations < 32 {
          readInterpolation()
        } else {
          index += 1
        }
      } else if byte() == UInt8(ascii: "\n"), !isMultiline {
        // Not closed: the compiler will say so, and the next line is code again.
        return
      } else {
        index += 1
      }
    }
  }

  /// What stands in the brackets is code, strings included, and of no interest here.
  private mutating func readInterpolation() {
    let before = tokens.count
    var depth = 0
    interpolations += 1
    defer { interpolations -= 1 }
    repeat {
      let known = tokens.count
      readToken()
      if tokens.count > known {
        if tokens.last == .open(brace: false) { depth += 1 }
        if tokens.last == .close(brace: false) { depth -= 1 }
      }
    } while depth > 0 && index < bytes.count
    tokens.removeLast(tokens.count - before)
  }

  private mutating func skipExtendedRegex(hashes count: Int) {
    index += 1
    while index < bytes.count {
      if byte() == UInt8(ascii: "\\") {
        index += 2
      } else if byte() == UInt8(ascii: "/"), hashes(count, at: 1) {
        index += 1 + count
        return
      } else {
        index += 1
      }
    }
  }

  /// A `/` is a division after an operand; else it begins a regular expression that ends on its line.
  private mutating func readSlash() {
    let follows = byte(1)
    let isDivision =
      switch tokens.last {
      case .word(let word): !["return", "in", "case", "try", "await"].contains(word)
      case .close: true
      default: follows == UInt8(ascii: " ") || follows == UInt8(ascii: "=")
      }
    index += 1
    tokens.append(.other("/"))
    if isDivision { return }
    var end = index
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == UInt8(ascii: "/") {
        index = end + 1
        return
      }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
  }
}
