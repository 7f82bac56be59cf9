public import BookModel

/// What came of reading a settings file: settings in any case, and what is wrong with the file.
public struct SettingsReading: Sendable {
  /// The settings; what the file does not say, or says wrongly, has its default.
  public var settings: BookSettings
  /// The mistakes.
  public var diagnostics: [Diagnostic]
}
