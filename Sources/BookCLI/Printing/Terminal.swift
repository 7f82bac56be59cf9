internal import Foundation

/// Where the tool's own words go, and how they may look there.
struct Terminal: Sendable {
  /// A way to make words stand out.
  enum Style: String {
    case bold = "1"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case dim = "2"
  }

  /// Whether words may be coloured: on a terminal, unless `NO_COLOR` is set.
  let hasColor: Bool
  /// Whether a line may be written over: on a terminal that can move its cursor.
  let showsProgress: Bool

  /// The terminal of this process.
  static let standard: Terminal = {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(1) == 1 && isatty(2) == 1
    let isDumb = environment["TERM"] == "dumb" || environment["TERM"] == nil
    let wantsColor = environment["NO_COLOR"]?.isEmpty ?? true
    return Terminal(
      hasColor: isTerminal && wantsColor && !isDumb, showsProgress: isTerminal && !isDumb)
  }()

  func styled(_ text: String, _ styles: Style...) -> String {
    guard hasColor else { return text }
    return "\u{1B}[" + styles.map(\.rawValue).joined(separator: ";") + "m\(text)\u{1B}[0m"
  }

  /// Writes a line to the standard output.
  func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// Writes a line to the standard error output.
  static func complain(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
