/// Commands that `&&` and `||` hold together: what goes to the background as one.
struct ShellList {
  var commands: [ShellCommand] = []

  var isInBackground: Bool { commands.last?.separator == .background }

  /// The list as a shell repeats it.
  var text: String {
    var text = ""
    for command in commands {
      text += command.text
      switch command.separator {
      case .and: text += " && "
      case .or: text += " || "
      case .then, .background: break
      }
    }
    return text
  }

  /// The lists that a line consists of.
  static func lists(of commands: [ShellCommand]) -> [ShellList] {
    var lists: [ShellList] = []
    var list = ShellList()
    for command in commands {
      list.commands.append(command)
      guard command.separator != .and, command.separator != .or else { continue }
      lists.append(list)
      list = ShellList()
    }
    return lists
  }
}
