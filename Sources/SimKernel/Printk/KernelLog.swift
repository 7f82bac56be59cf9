/// The kernel's message buffer: whole lines, each with its level.
///
/// C: `log_buf` (`kernel/printk.c`).
public struct KernelLog: Sendable {
  /// One line.
  public struct Line: Sendable, Hashable {
    /// How urgent it is.
    public var level: LogLevel
    /// The text, without its newline.
    public var text: String
  }

  /// The lines, oldest first.
  ///
  /// C: the buffer holds 16 KiB; older lines are gone.
  public private(set) var lines: [Line] = []
  /// Only what is more urgent than this appears on the console.
  ///
  /// C: `console_loglevel`, 7 at boot.
  public var consoleLevel = 7
  private var isLineOpen = false
  private var bytes = 0
  private static let capacity = 16384

  /// Lets everything through to the console from now on.
  ///
  /// C: `console_verbose`.
  mutating func makeConsoleVerbose() { consoleLevel = 15 }

  /// Takes the lines out.
  ///
  /// C: `syslog(5)`.
  public mutating func clear() {
    lines.removeAll()
    bytes = 0
    isLineOpen = false
  }

  /// Adds text, and says which of it appears on the console.
  mutating func append(_ text: String, level: LogLevel) -> String {
    var shown = ""
    var level = level
    // Scalars, not characters: to Swift a carriage return and the newline behind it are one character.
    let pieces = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        // A newline ended a line; the next one has the default level unless it says otherwise.
        shown += endLine()
        level = .warning
      }
      if !piece.isEmpty { shown += add(String(piece), level: level) }
    }
    forgetOldest()
    return shown
  }

  private mutating func add(_ text: String, level: LogLevel) -> String {
    if isLineOpen {
      lines[lines.count - 1].text += text
      bytes += text.utf8.count
    } else {
      begin(Line(level: level, text: text))
    }
    return lines[lines.count - 1].level.rawValue < consoleLevel ? text : ""
  }

  private mutating func begin(_ line: Line) {
    lines.append(line)
    bytes += line.size
    isLineOpen = true
  }

  private mutating func endLine() -> String {
    if !isLineOpen { begin(Line(level: .warning, text: "")) }
    isLineOpen = false
    return lines.last.map { $0.level.rawValue < consoleLevel ? "\n" : "" } ?? ""
  }

  private mutating func forgetOldest() {
    var surplus = 0
    while bytes > Self.capacity, surplus < lines.count {
      bytes -= lines[surplus].size
      surplus += 1
    }
    lines.removeFirst(surplus)
    if lines.isEmpty { isLineOpen = false }
  }
}

extension KernelLog.Line {
  /// Bytes that it takes up in the buffer: its level in angle brackets, its text, its newline.
  fileprivate var size: Int { 3 + text.utf8.count + 1 }
}
