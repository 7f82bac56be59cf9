internal import BookModel

/// What the template of a session may name.
struct SessionView: Sendable {
  /// Words about a run that a reader must not miss.
  struct Alarm: Sendable {
    /// The signal that ended the program.
    var signal: Markup
  }

  /// What produced the session that the page shows.
  struct Provenance: Sendable {
    /// The example.
    var exampleName: Markup
    /// The first digits of the program's hash.
    var hash: Markup
    /// The compiler.
    var toolchain: Markup
    /// How the program ended, in words.
    var ending: Markup
  }

  /// The anchor of the figure.
  var id: Markup
  /// The session, as a screen reader announces it.
  var label: Markup
  /// The example.
  var example: Markup
  /// The session's name; nil for an example's main one.
  var name: Markup?
  /// What the program is told besides what is typed, such as `cpus=2`; nil where it is told nothing.
  var options: Markup?
  /// What a reader types to see the same.
  var command: Markup
  /// Whether it shows how the compiler refuses the program.
  var isRefusal: Bool
  /// Whether nothing has been run, so that the text is the author's.
  var isNotRun: Bool
  /// The transcript in pieces.
  var parts: [SessionPartView]
  /// How the program died; nil where it ended by itself.
  var crash: Alarm?
  /// What produced the transcript; nil where there is none.
  var provenance: Provenance?

  /// Gathers what the page says about a session.
  init(_ session: Session, in context: RenderContext) {
    let transcript = context.transcripts[session.id]
    id = Markup("session.\(session.example).\(session.name)")
    label = Markup("Session with the example \(session.example)")
    example = Markup(session.example)
    let isMain = session.name == "main"
    name = isMain ? nil : Markup(session.name)
    let told = session.options.map(\.text).joined(separator: " ")
    options = told.isEmpty ? nil : Markup(told)
    let selection = isMain ? "" : " --session \(session.name)"
    command = Markup("./quire run \(session.example)\(selection)")
    isRefusal = session.expectation == .doesNotCompile
    isNotRun = transcript == nil
    let split = TranscriptSplit(
      output: transcript?.output ?? session.expected, marks: transcript?.marks ?? [],
      commands: session.commands.map(\.text))
    parts = split.parts.map(SessionPartView.init)
    crash = (transcript?.ending.signal).map { Alarm(signal: Markup($0)) }
    provenance = transcript.map { Provenance($0, example: session.example) }
  }
}

extension SessionView.Provenance {
  fileprivate init(_ transcript: Transcript, example: String) {
    exampleName = Markup(example)
    hash = Markup(String(transcript.programHash.prefix(12)))
    toolchain = Markup(transcript.toolchain)
    ending = Markup(transcript.ending.words)
  }
}

extension Transcript.Ending {
  /// The signal that ended the program, by name and number.
  fileprivate var signal: String? {
    if case .signaled(let number, let name) = self { "\(name) (signal \(number))" } else { nil }
  }

  /// How the program ended, as a sentence goes on after its name.
  fileprivate var words: String {
    switch self {
    case .exited(let status): "exit status \(status)"
    case .signaled(let number, let name): "ended by \(name) (signal \(number))"
    case .refused: "refused by the compiler"
    }
  }
}
