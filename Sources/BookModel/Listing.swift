public import CommonMark

/// A code block that is part of an example's program.
public struct Listing: Sendable, Hashable {
  /// The example that it belongs to.
  public var example: String
  /// The file that it is part of; more listings of the same file continue it.
  public var file: String
  /// Whether its fence says `no_run`: the example is compiled and never run.
  public var isOnlyCompiled: Bool
  /// The code.
  public var code: CodeBlock
  /// The place of its fence.
  public var location: SourceLocation

  /// Creates a listing.
  public init(
    example: String, file: String, isOnlyCompiled: Bool = false, code: CodeBlock,
    location: SourceLocation
  ) {
    self.example = example
    self.file = file
    self.isOnlyCompiled = isOnlyCompiled
    self.code = code
    self.location = location
  }
}
