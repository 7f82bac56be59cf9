internal import ArgumentParser
internal import BookModel
internal import CommonMark

/// What `quire explore` can be told about how far to go, and on which machine.
struct ExploreOptions: ParsableArguments {
  @Option(help: "How often somebody may be interrupted who could have gone on.")
  var bound: Int?

  @Option(help: "How many timer interrupts may come while somebody could go on; 2 without it.")
  var ticks: Int?

  @Option(help: "How many schedules are tried at most; 20000 without it.")
  var schedules: Int?

  @Option(help: "Draw schedules by lot instead of trying all: what the lots depend on.")
  var seed: Int?

  @Option(help: "How many schedules are drawn by lot.")
  var runs: Int?

  @Option(help: "Draw priorities by lot: how many steps have to come in a certain order.")
  var depth: Int?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "A word for the session, as its fence could have it, such as cpus=2.", valueName: "word"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Run the schedule of a token, and no other.", valueName: "token"))
  var replay: String?

  /// A session with the words that ask for what was typed, and nothing to compare it with.
  func explored(_ session: Session) -> Session {
    var session = session
    var options = session.options
    set("explore", nil, in: &options)
    if let replay { set("replay", replay, in: &options) }
    let numbers = [
      ("bound", bound), ("ticks", ticks), ("schedules", schedules), ("seed", seed),
      ("runs", runs), ("depth", depth),
    ]
    for (key, number) in numbers {
      if let number { set(key, "\(number)", in: &options) }
    }
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      set(String(parts[0]), parts.count == 2 ? String(parts[1]) : nil, in: &options)
    }
    session.options = options
    session.expectation = .completes
    session.code.lines = []
    return session
  }

  private func set(_ key: String, _ value: String?, in options: inout [SessionOption]) {
    options.removeAll { $0.key == key }
    options.append(SessionOption(key: key, value: value))
  }
}
