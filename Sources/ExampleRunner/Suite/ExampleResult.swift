public import BookModel

/// What became of one example.
public struct ExampleResult: Sendable {
  /// The example.
  public var example: Example
  /// What the compiler said that the author should hear.
  public var diagnostics: [Diagnostic]
  /// Whether the program is what it must be: compiled, or refused.
  public var isBuilt: Bool
  /// Whether the compiler was called for it now.
  public var isCompiled: Bool
  /// Its sessions, in order.
  public var sessions: [SessionResult]
}
