/// What a line at the prompt asks for.
struct ShellCommand: Equatable {
  /// Where a descriptor leads.
  enum Redirection: Equatable {
    case read(descriptor: Int, path: String)
    case write(descriptor: Int, path: String)
    case append(descriptor: Int, path: String)
    case copy(descriptor: Int, of: Int)
    case close(descriptor: Int)

    var descriptor: Int {
      switch self {
      case .read(let descriptor, _), .write(let descriptor, _), .append(let descriptor, _),
        .copy(let descriptor, _), .close(let descriptor):
        descriptor
      }
    }
  }

  /// What stands between this command and the next.
  enum Separator: Equatable {
    case then, background, and, or
  }

  /// The name and the arguments; empty where there are only redirections.
  var words: [String] = []
  var redirections: [Redirection] = []
  var separator = Separator.then
  /// The command as it was typed.
  var text = ""
}
