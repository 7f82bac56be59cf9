/// What one call of `printk` adds to the log: text, and the level that it says.
struct LogPiece: Hashable, Sendable {
  /// How urgent the line is that the text stands in.
  var level: LogLevel
  /// The text; a line ends where it says `\n`, else the next piece goes on in the same line.
  var text: String
}
