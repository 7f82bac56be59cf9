/// A line that a part of the kernel has to say, before it is printed.
public struct KernelMessage: Sendable, Hashable {
  /// How urgent it is.
  public let level: LogLevel
  /// The text, without the newline at its end.
  public let text: String

  /// Creates a message from its text, without a newline.
  public init(_ text: String, _ level: LogLevel) {
    self.level = level
    self.text = text
  }
}
