/// What a parameter's variable holds.
enum ParameterValue: Hashable {
  /// A number, wide enough for every integer of C.
  case number(Int128)
  /// A flag.
  case flag(Bool)
  /// A string.
  case text(String)
}
