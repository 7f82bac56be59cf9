/// One thing in which the real and the simulated step are not the same.
public struct Difference: Equatable, Sendable {
  /// What differs: `return value`, `log`.
  public let subject: String
  /// What was recorded, line by line.
  public let expected: [String]
  /// What came, line by line.
  public let came: [String]

  init(_ subject: String, expected: [String], came: [String]) {
    (self.subject, self.expected, self.came) = (subject, expected, came)
  }
}
