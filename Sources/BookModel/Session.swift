public import CommonMark

/// A code block that shows a session with an example: what is typed, and what must come back.
public struct Session: Sendable, Hashable {
  /// What a run of a session must come to.
  public enum Expectation: String, Sendable, Hashable {
    /// The program ends by itself, with status 0.
    case completes
    /// The program dies by a signal.
    case crashes
    /// There is no program: the compiler refuses it, and says what the block says.
    case doesNotCompile
    /// The program is compiled; the session is only shown.
    case isNotRun
  }

  /// A line that is typed.
  public struct Command: Sendable, Hashable {
    /// The line, without the prompt.
    public var text: String
    /// Where it stands in the chapter.
    public var position: SourcePosition

    /// Creates a command.
    public init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// What a typed line begins with in a chapter.
  public static let prompt = "# "

  /// The example that it runs.
  public var example: String
  /// Its name, unique in the example; `main` unless the fence says otherwise.
  public var name: String
  /// What the run must come to.
  public var expectation: Expectation
  /// What the program is told besides the lines that are typed.
  public var options: [SessionOption]
  /// The lines that are typed.
  public var commands: [Command]
  /// The code, which is the whole transcript, prompts included.
  public var code: CodeBlock
  /// The place of its fence.
  public var location: SourceLocation

  /// Creates a session.
  public init(
    example: String, name: String, expectation: Expectation, options: [SessionOption] = [],
    commands: [Command], code: CodeBlock, location: SourceLocation
  ) {
    self.example = example
    self.name = name
    self.expectation = expectation
    self.options = options
    self.commands = commands
    self.code = code
    self.location = location
  }

  /// The transcript that a run must give, byte for byte.
  public var expected: String { code.content }
}
