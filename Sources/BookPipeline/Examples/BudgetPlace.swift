internal import CommonMark
internal import Yams

/// Where a settings file says what a book allows.
enum BudgetPlace {
  /// The place of a number, or of the mapping that it is missing in; nil where there is neither.
  static func position(of key: String, inSettings text: String) -> SourcePosition? {
    // A file with mistakes is reported as such; here it is only not known where they are.
    let allowed = (try? SettingsText.root(of: text))?["allow"]
    return (allowed?[key] ?? allowed)?.position
  }
}
