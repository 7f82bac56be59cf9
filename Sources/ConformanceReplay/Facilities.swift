/// What the model does not have: rules on the operation, never on the session that uses it.
///
/// A step that names one of these is *not modelled*. What it does to the rest of the machine is the
/// rule's to say: a command that only prints leaves no trace; a thread that shares its process's files
/// does, so that what comes after it in the boot cannot be compared either.
public enum Facilities {
  /// One facility outside the model.
  public struct Rule: Sendable {
    /// What it is, as it stands in the table.
    public let facility: String
    /// Why the model does without.
    public let reason: String
    /// Whether the machine's later states depend on it.
    public let marksTheRest: Bool
    /// Whether an operation names it; `commands` are those that the machine's shell knows.
    let isNamed: @Sendable (_ action: StepAction, _ commands: Set<String>) -> Bool
  }

  /// The rules, the more special ones first.
  public static let rules: [Rule] = [
    Rule(
      facility: "debugfs, the kernel's own configuration and command line",
      reason: "they tell how the real kernel was built and started, nothing about modules",
      marksTheRest: false
    ) { action, _ in
      line(action).map { line in
        ["/sys/kernel/debug", "/proc/config.gz", "/proc/cmdline"].contains { line.contains($0) }
      } ?? false
    },
    Rule(
      facility: "the position of a line in the list of all processes",
      reason:
        "`ps` behind `head` or `tail` counts the recorder's and the real kernel's own threads",
      marksTheRest: false
    ) { action, _ in
      guard let names = line(action).map(ShellWords.names) else { return false }
      return names.contains("ps") && (names.contains("head") || names.contains("tail"))
    },
    Rule(
      facility: "a second thread in a process",
      reason: "a process of the model has one thread; files are never shared between two",
      marksTheRest: true
    ) { action, _ in
      if case .perform(.startThread, _) = action { true } else { false }
    },
    Rule(
      facility: "commands that Userland does not have",
      reason: "they have nothing to do with modules",
      marksTheRest: false
    ) { action, commands in
      line(action).map { !missingCommands(in: $0, known: commands).isEmpty } ?? false
    },
  ]

  /// The rule that an operation falls under; nil if the model has all that it names.
  static func rule(for action: StepAction, commands: Set<String>) -> Rule? {
    rules.first { $0.isNamed(action, commands) }
  }

  /// Why an operation is not modelled, in one line; nil if it is.
  static func reason(for action: StepAction, commands: Set<String>) -> String? {
    guard let rule = rule(for: action, commands: commands) else { return nil }
    let missing = line(action).map { missingCommands(in: $0, known: commands) } ?? []
    return missing.isEmpty
      ? "\(rule.facility): \(rule.reason)"
      : "\(rule.facility) (\(missing.joined(separator: ", "))): \(rule.reason)"
  }

  /// The shell's own words, which are no commands of Userland.
  private static let builtIns: Set<String> = [
    "cd", "echo", "exit", "set", "test", "[", "true", "false", "wait", "umask", "export", ":",
  ]

  private static func missingCommands(in line: String, known: Set<String>) -> [String] {
    ShellWords.names(in: line).filter { !known.contains($0) && !builtIns.contains($0) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func line(_ action: StepAction) -> String? {
    if case .perform(.shell(let line), _) = action { line } else { nil }
  }
}
