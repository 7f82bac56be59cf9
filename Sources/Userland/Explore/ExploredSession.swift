/// A session whose commands are run in every order: what is typed first, what runs at once, and what
/// has to be so in the end.
struct ExploredSession: Sendable, Equatable {
  /// Lines before the first one that starts something in the background: they are executed in
  /// Linux's own order, each after the one before.
  var setUp: [String]
  /// The others, as a script: nobody types them, so that nothing keeps time between them.
  var script: [String]
  /// Commands that have to succeed in the end, whatever the order was.
  var expectations: [String]

  /// What a line begins with that is an expectation.
  static let expectationPrefix = "expect:"

  /// Divides a session.
  init(_ lines: [String]) {
    expectations = lines.filter(Self.isExpectation).map {
      String($0.dropFirst(Self.expectationPrefix.count).drop { $0 == " " })
    }
    let commands = lines.filter { !Self.isExpectation($0) }
    let first = commands.firstIndex(where: Self.startsJob) ?? commands.endIndex
    setUp = Array(commands[..<first])
    script = Array(commands[first...])
  }

  private static func isExpectation(_ line: String) -> Bool {
    line.drop { $0 == " " }.hasPrefix(expectationPrefix)
  }

  /// Whether a line starts a job at its own level; a line that is no command starts nothing.
  private static func startsJob(_ line: String) -> Bool {
    do throws(ShellSyntaxError) {
      var parser = try ShellParser(line)
      return try parser.script().lists.contains(where: \.isInBackground)
    } catch {
      return false
    }
  }
}
