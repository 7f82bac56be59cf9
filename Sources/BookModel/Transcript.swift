/// What a run of a session gave: made by a run, shown by a page.
public struct Transcript: Sendable, Hashable, Codable {
  /// How the program ended.
  public enum Ending: Sendable, Hashable, Codable {
    /// By itself.
    case exited(status: Int)
    /// By a signal, of this number and name.
    case signaled(number: Int, name: String)
    /// The compiler refused it.
    case refused
  }

  /// A part of the output that the program itself set apart, such as an oops.
  public struct Mark: Sendable, Hashable, Codable {
    /// What it is, in one word that a style sheet can name.
    public var name: String
    /// The first line of the output that it covers, from 0.
    public var firstLine: Int
    /// The line after the last one.
    public var endLine: Int

    /// Creates a mark.
    public init(name: String, firstLine: Int, endLine: Int) {
      self.name = name
      self.firstLine = firstLine
      self.endLine = endLine
    }
  }

  /// Everything that was printed, the typed lines included.
  public var output: String
  /// The parts that the program set apart, in order, not overlapping.
  public var marks: [Mark]
  /// How the program ended.
  public var ending: Ending
  /// The SHA-256 of the program's text, in hexadecimal.
  public var programHash: String
  /// The compiler that made the program, as it names itself.
  public var toolchain: String

  /// Creates a transcript.
  public init(
    output: String, marks: [Mark] = [], ending: Ending, programHash: String, toolchain: String
  ) {
    self.output = output
    self.marks = marks
    self.ending = ending
    self.programHash = programHash
    self.toolchain = toolchain
  }
}

/// The name of a session in the whole book.
public struct SessionID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The example.
  public var example: String
  /// The session in it.
  public var session: String

  /// Creates the name of a session.
  public init(example: String, session: String) {
    self.example = example
    self.session = session
  }

  /// Orders by example, then by session.
  public static func < (left: Self, right: Self) -> Bool {
    (left.example, left.session) < (right.example, right.session)
  }

  /// `example/session`.
  public var description: String { "\(example)/\(session)" }
}

extension Session {
  /// Its name in the whole book.
  public var id: SessionID { SessionID(example: example, session: name) }
}
