/// What came of reading an info string: its meaning, or every mistake that it holds.
public struct FenceReading: Sendable, Hashable {
  /// The meaning; nil where there are mistakes.
  public var info: FenceInfo?
  /// The example that the block names, even where another word of it is wrong.
  public var example: String?
  /// The mistakes, each at the word that holds it, in order.
  public var diagnostics: [Diagnostic]

  /// Creates the result of a reading.
  public init(info: FenceInfo?, example: String? = nil, diagnostics: [Diagnostic]) {
    self.info = info
    self.example = example
    self.diagnostics = diagnostics
  }
}
