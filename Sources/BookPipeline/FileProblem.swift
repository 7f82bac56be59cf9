internal import BookModel
internal import CommonMark
internal import Foundation

/// Why a file of the book cannot be read as a text.
enum FileProblem: Error, Equatable {
  /// There is no such file.
  case missing
  /// The name is one of a folder.
  case isFolder
  /// The name is one of a device, a pipe or a socket.
  case notAFile
  /// A symbolic link leads to itself.
  case cycle
  /// A symbolic link leads out of the book.
  case outside
  /// The file is longer than any chapter.
  case tooLarge
  /// The system refuses.
  case unreadable(reason: String)
  /// A byte that no text in UTF-8 holds.
  case notUTF8(SourcePosition)
  /// A byte that is zero.
  case nul(SourcePosition)

  /// What is wrong, as the end of a sentence that starts with the file's name.
  var summary: String {
    switch self {
    case .missing: "does not exist"
    case .isFolder: "is a folder"
    case .notAFile: "is not a regular file"
    case .cycle: "is a symbolic link that leads to itself"
    case .outside: "leads out of the book's folder"
    case .tooLarge: "is larger than \(BookFolder.largestFile >> 20) MiB"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notUTF8: "is not UTF-8: it holds a byte that no UTF-8 text has in this place"
    case .nul: "holds a NUL byte"
    }
  }

  /// What to do about it, where the summary does not say it.
  var help: String? {
    switch self {
    case .notUTF8: "save the file as UTF-8; if it is Latin-1: iconv -f latin1 -t utf-8"
    case .nul: "remove the byte, or save the file as UTF-8 if it is UTF-16"
    default: nil
    }
  }

  /// The place in the file; nil where the file as a whole is meant.
  var position: SourcePosition? {
    switch self {
    case .notUTF8(let position), .nul(let position): position
    default: nil
    }
  }

  /// The problem as an error in the file itself.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(path: path, position: position), "the file \(summary)", help: help)
  }
}

extension FileProblem {
  /// The first byte that keeps data from being a text; nil for a text.
  init?(inText data: Data) {
    let nul = data.firstIndex(of: 0).map { data.distance(from: data.startIndex, to: $0) }
    let bad = String(validating: data, as: UTF8.self) == nil ? data.firstBadUTF8 : nil
    switch (nul, bad) {
    case (let nul?, let bad?) where nul < bad: self = .nul(data.position(of: nul))
    case (_, let bad?): self = .notUTF8(data.position(of: bad))
    case (let nul?, nil): self = .nul(data.position(of: nul))
    case (nil, nil): return nil
    }
  }
}

extension Data {
  /// The offset of the first byte that cannot stand where it stands.
  fileprivate var firstBadUTF8: Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  fileprivate func position(of offset: Int) -> SourcePosition {
    var line = 1
    var column = 1
    var previous: UInt8 = 0
    for byte in prefix(offset) {
      let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      let isSecondHalf = byte == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
      if endsLine {
        line += isSecondHalf ? 0 : 1
        column = 1
      } else {
        column += 1
      }
      previous = byte
    }
    return SourcePosition(line: line, column: column)
  }
}
