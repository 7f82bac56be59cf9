/// Why a line is no command, in the shell's own words.
struct ShellSyntaxError: Error, Equatable {
  let message: String

  static func unexpected(_ token: String) -> Self {
    Self(message: "bash: syntax error near unexpected token `\(token)'")
  }

  static func unclosed(_ quote: Character) -> Self {
    Self(message: "bash: unexpected EOF while looking for matching `\(quote)'")
  }

  /// What a bigger shell would understand; nil where none would.
  static func missing(_ symbol: String) -> Self? {
    switch symbol {
    case "|", "|&":
      Self(
        message: "bash: this shell has no pipes: lead the output to a file with `>', and read that")
    case "&>": Self(message: "bash: this shell has no `&>': say `> FILE 2>&1'")
    case "<<": Self(message: "bash: this shell has no `<<': lead the input from a file with `<'")
    case "(": Self(message: "bash: this shell has no `(': write a list without it")
    default: nil
    }
  }
}
