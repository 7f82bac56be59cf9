/// The pieces that a report consists of, in the order in which they are printed.
///
/// C: one call of `printk` each.
struct LogText {
  private(set) var pieces: [LogPiece] = []
  private var openLevel: LogLevel?

  init() {}

  /// What goes on in the middle of a line that something else has begun.
  init(goingOnIn level: LogLevel) { openLevel = level }

  /// Adds text, each line of it as a piece of its own; without a level it has the default one, or
  /// that of the line it goes on in.
  ///
  /// `printk` looks for a level at the beginning of a line only. In the middle of one the marker is
  /// text like any other, and stands in the log as `<1>`: so in 2.2, 2.4 and 2.6.24.
  mutating func print(_ text: String, _ level: LogLevel? = nil) {
    var rest = Substring(text)
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "\n").map { rest.index(after: $0) } ?? rest.endIndex
      printLine(String(rest[..<end]), level)
      rest = rest[end...]
    }
  }

  private mutating func printLine(_ text: String, _ level: LogLevel?) {
    let marker = openLevel == nil ? "" : level.map { "<\($0.rawValue)>" } ?? ""
    let actual = openLevel ?? level ?? .warning
    pieces.append(LogPiece(level: actual, text: marker + text))
    openLevel = text.hasSuffix("\n") ? nil : actual
  }
}
