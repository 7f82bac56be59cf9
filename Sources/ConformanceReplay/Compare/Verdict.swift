/// What the replay says of a step.
public enum Verdict: Equatable, Sendable {
  /// Everything that is compared is the same.
  case conforms
  /// Something is not.
  case differs([Difference])
  /// The step needs something that the model does not have; why, in one line.
  case notModelled(String)
}
