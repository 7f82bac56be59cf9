/// The kernel's message buffer: whole lines, each with its level. C: `log_buf` (`kernel/printk.c`).
public struct KernelLog: Sendable {
  /// One line.
  public struct Line: Sendable, Hashable {
    /// How urgent it is.
    public var level: LogLevel
    /// The text, without its newline.
    public var text: String
  }

  /// The lines, oldest first. C: the buffer holds 16 KiB; older lines are gone.
  public private(set) var lines: [Line] = []
  /// Only what is more urgent than this appears on the console. C: `console_loglevel`, 7 at boot.
  public var consoleLevel = 7
  private var isLineOpen = false
  private var bytes = 0
  private static let capacity = 16384

  /// Lets everything through to the console from now on. C: `console_verbose`.
  mutating func makeConsoleVerbose() { consoleLevel = 15 }

  /// Takes the lines out. C: `syslog(5)`.
  public mutating func clear() {
    lines.removeAll()
    bytes = 0
    isLineOpen = false
  }

  /// Adds text, and says which of it appears on the console.
  mutating func append(_ text: String, level: LogLevel) -> String {
    var shown = ""
    var level = level
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 {
        // A newline ended a line; the next one has the default level unless it says otherwise.
        shown += endLine()
        level = .warning
      }
      if !piece.element.isEmpty { shown += add(piece.element, level: level) }
    }
    return shown
  }

  private mutating func add(_ text: Substring, level: LogLevel) -> String {
    if isLineOpen {
      lines[lines.count - 1].text += text
    } else {
      lines.append(Line(level: level, text: String(text)))
      isLineOpen = true
    }
    bytes += text.utf8.count
    return lines[lines.count - 1].level.rawValue < consoleLevel ? String(text) : ""
  }

  private mutating func endLine() -> String {
    if !isLineOpen { lines.append(Line(level: .warning, text: "")) }
    isLineOpen = false
    bytes += 1
    while bytes > Self.capacity, let first = lines.first {
      bytes -= first.text.utf8.count + 1
      lines.removeFirst()
    }
    return lines.last.map { $0.level.rawValue < consoleLevel ? "\n" : "" } ?? ""
  }
}
