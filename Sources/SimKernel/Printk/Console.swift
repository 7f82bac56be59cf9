/// The terminal of the machine: what programs write to it and what the kernel says come out here,
/// in order.
public final class Console {
  /// A run of lines that belongs together, such as an oops.
  public struct Mark: Sendable, Hashable {
    /// What it is: `oops` or `panic`.
    public var name: String
    /// The first line, from 0.
    public var firstLine: Int
    /// The line after the last one.
    public var endLine: Int
  }

  /// Where the text goes.
  public var output: (String) -> Void = { _ in }
  /// Called when a run of lines has come to its end.
  public var onMark: (Mark) -> Void = { _ in }
  /// Lines that have been ended so far.
  public private(set) var line = 0
  /// Whether the last line has not been ended.
  public private(set) var isInLine = false

  /// Writes text.
  public func write(_ text: String) {
    guard !text.isEmpty else { return }
    noteWrite(.table(.console))
    line += text.utf8.count { $0 == UInt8(ascii: "\n") }
    isInLine = text.utf8.last != UInt8(ascii: "\n")
    output(text)
  }

  /// Sets apart what `body` writes.
  func mark(_ name: String, _ body: () -> Void) {
    let first = line
    body()
    let end = isInLine ? line + 1 : line
    if end > first { onMark(Mark(name: name, firstLine: first, endLine: end)) }
  }
}
