/// What a line asks for: lists, one after the other.
struct ShellScript: Equatable {
  var lists: [ShellList] = []

  /// The command that it consists of; nil where there are several, or none.
  var onlyCommand: ShellCommand? {
    guard lists.count == 1, !lists[0].isInBackground, lists[0].items.count == 1,
      let pipeline = lists[0].items.first?.pipeline, !pipeline.isNegated,
      pipeline.commands.count == 1
    else { return nil }
    return pipeline.commands[0]
  }
}

/// Pipelines that `&&` and `||` hold together: what goes to the background as one.
struct ShellList: Equatable {
  /// On which end of the one before a pipeline runs.
  enum Condition: Equatable {
    case always, afterSuccess, afterFailure
  }

  /// A pipeline, and when it runs.
  struct Item: Equatable {
    var condition: Condition
    var pipeline: ShellPipeline
  }

  var items: [Item] = []
  var isInBackground = false
  /// The list as it was typed.
  var text = ""
}

/// Commands, each of which reads what the one before it writes.
struct ShellPipeline: Equatable {
  /// Whether success and failure change places: `!`.
  var isNegated = false
  var commands: [ShellCommand] = []
}

/// A command: a program with its words, or a compound of others.
indirect enum ShellCommand: Equatable {
  case simple(SimpleCommand)
  /// `( … )`: in a shell of its own.
  case subshell(ShellScript, [ShellRedirection])
  /// `{ …; }`
  case group(ShellScript, [ShellRedirection])
  /// `for NAME in WORDS; do …; done`
  case loop(variable: String, words: [ShellWord], ShellScript, [ShellRedirection])
  /// `while …; do …; done`, `until …; do …; done`
  case repetition(isUntil: Bool, ShellScript, ShellScript, [ShellRedirection])
  /// `if …; then …; elif …; then …; else …; fi`
  case choice([ShellBranch], otherwise: ShellScript, [ShellRedirection])

  var redirections: [ShellRedirection] {
    switch self {
    case .simple(let command): command.redirections
    case .subshell(_, let list), .group(_, let list), .loop(_, _, _, let list),
      .repetition(_, _, _, let list),
      .choice(_, _, let list):
      list
    }
  }
}

/// One way through an `if`.
struct ShellBranch: Equatable {
  var condition: ShellScript
  var body: ShellScript
}

/// A program or a builtin: its name and its arguments.
struct SimpleCommand: Equatable {
  /// A variable that is set.
  struct Assignment: Equatable {
    var name: String
    var value: ShellWord
  }

  var assignments: [Assignment] = []
  /// The name and the arguments; empty where there are only assignments and redirections.
  var words: [ShellWord] = []
  var redirections: [ShellRedirection] = []
}

/// Where a descriptor leads, as it was typed.
struct ShellRedirection: Equatable {
  /// `<`, `>`, `>>`, `<&` or `>&`, and `&>`.
  enum Direction: Equatable {
    case read, write, append, copy, both
  }

  var direction: Direction
  var descriptor: Int
  var target: ShellWord
}
