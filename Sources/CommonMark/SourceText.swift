/// A text as the C library is given it, cut into lines, and the way from there back to the source.
struct SourceText {
  /// The text without its byte order mark, every NUL replaced by one other byte.
  let bytes: [UInt8]
  private let starts: [Int]
  private let ends: [Int]
  private let markLength: Int
  private let hadNUL: Bool

  init(_ source: String) {
    var bytes = Array(source.utf8)
    markLength = bytes.starts(with: SourceText.byteOrderMark) ? SourceText.byteOrderMark.count : 0
    bytes.removeFirst(markLength)
    // The library would put three bytes in the place of each NUL, and all columns after it with it.
    hadNUL = bytes.contains(0)
    if hadNUL { bytes = bytes.map { $0 == 0 ? SourceText.substitute : $0 } }
    (starts, ends) = SourceText.lines(of: bytes)
    self.bytes = bytes
  }

  /// The number of lines; a newline at the very end begins no further one.
  var lineCount: Int { starts.count }

  /// The bytes of a line, from 1, without its line ending; empty beyond the last one.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineCount else { return [] }
    return bytes[starts[number - 1]..<ends[number - 1]]
  }

  /// The place of a byte of a line, both from 1, in the source as the caller gave it.
  func position(line: Int, column: Int) -> SourcePosition {
    SourcePosition(line: max(line, 1), column: max(column, 1) + (line <= 1 ? markLength : 0))
  }

  /// The place after the last byte of a line.
  func end(ofLine number: Int) -> SourcePosition {
    position(line: number, column: line(number).count + 1)
  }

  /// A text as the caller gets it, with the replacement that CommonMark wants for each NUL.
  func text(_ literal: some StringProtocol) -> String {
    guard hadNUL else { return String(literal) }
    return String(
      String.UnicodeScalarView(literal.unicodeScalars.map { $0 == "\u{1A}" ? "\u{FFFD}" : $0 }))
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let substitute: UInt8 = 0x1A

  private static func lines(of bytes: [UInt8]) -> (starts: [Int], ends: [Int]) {
    var starts: [Int] = []
    var ends: [Int] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      starts.append(start)
      ends.append(index - 1)
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
      }
      start = index
    }
    if start < bytes.count {
      starts.append(start)
      ends.append(bytes.count)
    }
    return (starts, ends)
  }
}
