internal import Foundation

/// The envelope of the language server protocol: a header with a length, then that many bytes.
struct MessageFrame {
  /// The largest message that is read; no answer about a listing comes near it.
  private static let longestMessage = 64 << 20

  private var buffer: [UInt8] = []

  /// A message in its envelope.
  static func envelope(_ body: Data) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + Array(body)
  }

  /// Takes in what has been read, and gives back every message that is whole by now.
  mutating func receive(_ bytes: [UInt8]) throws(LanguageServer.Problem) -> [Data] {
    buffer += bytes
    var messages: [Data] = []
    while let header = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
      guard let length = Self.length(in: buffer[..<header.lowerBound]) else {
        throw .garbled
      }
      guard buffer.count - header.upperBound >= length else { break }
      messages.append(Data(buffer[header.upperBound..<(header.upperBound + length)]))
      buffer.removeFirst(header.upperBound + length)
    }
    return messages
  }

  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    let lines = String(decoding: header, as: UTF8.self).split(separator: "\r\n")
    for line in lines {
      let field = line.split(separator: ":", maxSplits: 1)
      guard field.count == 2, field[0].lowercased() == "content-length",
        let length = Int(field[1].trimmingCharacters(in: .whitespaces)),
        (0...longestMessage).contains(length)
      else { continue }
      return length
    }
    return nil
  }
}
