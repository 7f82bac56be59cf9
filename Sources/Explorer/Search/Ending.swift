/// How a schedule ended, as far as a person could see.
public struct Ending: Sendable, Hashable {
  /// One word or two for the summary: `unload`, `crash`.
  public var label: String
  /// Whether something went wrong.
  public var isFailure: Bool
  /// Everything that could be seen.
  public var text: String

  /// An ending.
  public init(_ label: String, isFailure: Bool, text: String) {
    self.label = label
    self.isFailure = isFailure
    self.text = text
  }
}
