/// Something that an author or a reader can mend: where, what is wrong, and what to do.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The run fails.
    case error
    /// The run goes on.
    case warning
  }

  /// A second place or fact that helps to understand the first.
  public struct Note: Sendable, Hashable {
    /// Where it stands, if anywhere.
    public var location: SourceLocation?
    /// One sentence.
    public var text: String

    /// Creates a note.
    public init(_ text: String, at location: SourceLocation? = nil) {
      self.text = text
      self.location = location
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// Where the mistake stands.
  public var location: SourceLocation
  /// What is wrong: one sentence, no capital at the start, no full stop.
  public var summary: String
  /// What is allowed, or what to do; nil where the summary says it.
  public var help: String?
  /// Text to show as it is below the summary: a diff, a compiler's message, a program's last words.
  public var detail: String?
  /// Other places that have to do with it.
  public var notes: [Note]

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, at location: SourceLocation, _ summary: String, help: String? = nil,
    detail: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.location = location
    self.summary = summary
    self.help = help
    self.detail = detail
    self.notes = notes
  }
}

extension Diagnostic: Comparable {
  /// Orders diagnostics by place, errors first, then by text: the same list is always the same.
  public static func < (left: Self, right: Self) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.severity != right.severity { return left.severity == .error }
    return left.summary < right.summary
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as compilers print one: `path:line:column: error: summary`, then what helps.
  public var description: String {
    var lines = ["\(location): \(severity.rawValue): \(summary)"]
    if let detail { lines.append(detail) }
    if let help { lines.append("  help: \(help)") }
    for note in notes {
      lines.append((note.location.map { "\($0): " } ?? "  ") + "note: \(note.text)")
    }
    return lines.joined(separator: "\n")
  }
}
