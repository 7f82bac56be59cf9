internal import BookModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads the parts of the output that a program set apart, from the file that it wrote.
enum OutputMarks {
  private struct Line: Decodable {
    var kind: String
    var name: String
    var firstLine: Int
    var endLine: Int
  }

  /// The marks that make sense for an output of this many lines: in order, none over another.
  static func read(_ file: [UInt8], lineCount: Int) -> [Transcript.Mark] {
    var marks: [Transcript.Mark] = []
    for text in file.split(separator: UInt8(ascii: "\n")) {
      // A program that was ended may have left half a line.
      guard let line = try? JSONDecoder().decode(Line.self, from: Data(text)) else { continue }
      guard line.kind == "mark", line.firstLine < line.endLine, line.endLine <= lineCount,
        line.firstLine >= (marks.last?.endLine ?? 0)
      else { continue }
      marks.append(
        Transcript.Mark(name: line.name, firstLine: line.firstLine, endLine: line.endLine))
    }
    return marks
  }
}
