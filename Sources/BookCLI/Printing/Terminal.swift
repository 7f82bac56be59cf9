internal import BookModel
internal import Foundation
internal import Synchronization

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
  func say(_ line: String) { Self.write(line + "\n", to: .standardOutput) }

  /// Writes a line to the standard error output.
  static func complain(_ line: String) { write(line + "\n", to: .standardError) }

  /// Says that a word is unknown, and which one of the known words may have been meant.
  static func complain(_ sentence: String, meaning word: String, of known: [String]) {
    let question = Spelling.question(for: word, in: known)
    complain([sentence, question].compactMap(\.self).joined(separator: "; "))
  }

  /// Why words were lost, if any were: a full disk, and not a reader who has seen enough.
  static let loss = Mutex<String?>(nil)

  /// Writes what it can: that nobody can read the words must not stop the work that is done.
  static func write(_ text: String, to file: FileHandle) {
    do { try file.write(contentsOf: Data(text.utf8)) } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      // A reader who has gone, or an output that was closed on purpose, has lost nothing.
      guard let code = cause?.code, [ENOSPC, EDQUOT, EFBIG, EIO].contains(Int32(code)) else {
        return
      }
      loss.withLock { $0 = String(cString: strerror(Int32(code))) }
    }
  }
}
