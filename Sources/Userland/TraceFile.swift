internal import SimKernel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file with one JSON object a line: what happened on a machine, and which lines of its terminal
/// belong together.
final class TraceFile {
  private let file: UnsafeMutablePointer<FILE>

  init?(path: String) {
    guard let file = fopen(path, "w") else { return nil }
    self.file = file
  }

  deinit { fclose(file) }

  /// Writes a mark at once: the program may be about to die.
  func write(_ mark: Console.Mark) {
    line(
      "{\"kind\":\"mark\",\"name\":\(json(mark.name)),\"firstLine\":\(mark.firstLine),"
        + "\"endLine\":\(mark.endLine)}")
  }

  /// Writes every record of a trace.
  func write(_ trace: Trace) {
    for record in trace.records {
      line(
        "{\"kind\":\"event\",\"sequence\":\(record.sequence),\"jiffies\":\(record.jiffies),"
          + "\"cpu\":\(record.cpu),\"pid\":\(record.pid),\"interrupt\":\(record.isInInterrupt),"
          + "\"event\":\(json(String(describing: record.event)))}")
    }
  }

  private func line(_ text: String) {
    fputs(text + "\n", file)
    fflush(file)
  }

  private func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
