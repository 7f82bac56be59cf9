extension Int {
  /// `1 example`, `2 examples`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
