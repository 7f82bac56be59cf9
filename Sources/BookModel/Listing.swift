public import CommonMark

/// A code block that is part of an example's program.
public struct Listing: Sendable, Hashable {
  /// The example that it belongs to.
  public var example: String
  /// The file that it is part of; more listings of the same file continue it.
  public var file: String
  /// The code.
  public var code: CodeBlock
  /// The place of its fence.
  public var location: SourceLocation

  /// Creates a listing.
  public init(example: String, file: String, code: CodeBlock, location: SourceLocation) {
    self.example = example
    self.file = file
    self.code = code
    self.location = location
  }
}
