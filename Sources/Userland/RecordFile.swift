internal import SimKernel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file with one JSON object a line: what happened on a machine, or which lines of its terminal
/// belong together.
final class RecordFile {
  private let file: UnsafeMutablePointer<FILE>
  /// How many records of the machine's trace are in the file.
  private var recordCount = 0
  /// Whether the file says that records are missing after the last one.
  private var isTruncated = false

  /// Adds to what other sessions have left in the file.
  init?(path: String) {
    guard let file = fopen(path, "a") else { return nil }
    self.file = file
  }

  deinit { fclose(file) }

  /// Writes which session the following lines are about.
  func begin(_ name: String) {
    line("{\"kind\":\"session\",\"name\":\(json(name))}")
    fflush(file)
  }

  /// Writes a mark at once: the program may be about to die.
  func write(_ mark: Console.Mark) {
    line(
      "{\"kind\":\"mark\",\"name\":\(json(mark.name)),\"firstLine\":\(mark.firstLine),"
        + "\"endLine\":\(mark.endLine)}")
    fflush(file)
  }

  /// Writes the records of a growing trace that are not in the file yet.
  func write(_ trace: Trace) {
    for record in trace.records[recordCount...] {
      line(
        "{\"kind\":\"event\",\"sequence\":\(record.sequence),\"jiffies\":\(record.jiffies),"
          + "\"cpu\":\(record.cpu),\"pid\":\(record.pid),\"interrupt\":\(record.isInInterrupt),"
          + json(record.event) + "}")
    }
    recordCount = trace.records.count
    if trace.isTruncated, !isTruncated { line("{\"kind\":\"truncated\"}") }
    isTruncated = trace.isTruncated
    fflush(file)
  }

  /// An event as its name and its values: `"event":"woken","values":{"pid":3}`.
  private func json(_ event: TraceEvent) -> String {
    guard let payload = Mirror(reflecting: event).children.first else {
      return "\"event\":\(json(String(describing: event)))"
    }
    let values = Mirror(reflecting: payload.value).children
    // A case with one unlabelled value is that value; else the value is a tuple of labelled ones.
    let fields =
      values.isEmpty
      ? ["\"value\":" + json(any: payload.value)]
      : values.map { child in
        json(child.label ?? "value") + ":" + json(any: child.value)
      }
    return "\"event\":\(json(payload.label ?? "")),\"values\":{\(fields.joined(separator: ","))}"
  }

  private func json(any value: Any) -> String {
    switch value {
    case let number as any BinaryInteger: "\(number)"
    case let flag as Bool: "\(flag)"
    default: json(String(describing: value))
    }
  }

  private func line(_ text: String) {
    fputs(text + "\n", file)
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
