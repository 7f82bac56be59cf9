/// What came of reading an info string: its meaning, or every mistake that it holds.
public struct FenceReading: Sendable, Hashable {
  /// The meaning; nil where there are mistakes.
  public var info: FenceInfo?
  /// The mistakes, each at the word that holds it, in order.
  public var diagnostics: [Diagnostic]

  /// Creates the result of a reading.
  public init(info: FenceInfo?, diagnostics: [Diagnostic]) {
    self.info = info
    self.diagnostics = diagnostics
  }
}
