import Testing

@testable import Userland

@Suite("What a line at the prompt means") struct ShellParserTests {
  private func commands(_ line: String) throws -> [ShellCommand] {
    var parser = try ShellParser(line)
    return try parser.commands()
  }

  private func message(_ line: String) -> String? {
    do throws(ShellSyntaxError) {
      var parser = try ShellParser(line)
      _ = try parser.commands()
      return nil
    } catch {
      return error.message
    }
  }

  @Test(
    "words are split at blanks, and quotes keep them together",
    arguments: [
      ("echo a  b\t c", ["echo", "a", "b", "c"]), ("echo 'a  b'", ["echo", "a  b"]),
      (#"echo "a 'b' c""#, ["echo", "a 'b' c"]), (#"echo a\ b"#, ["echo", "a b"]),
      (#"echo "a\"b\\c\d""#, ["echo", #"a"b\c\d"#]), (#"echo '\'"#, ["echo", #"\"#]),
      ("echo a'b'\"c\"", ["echo", "abc"]), ("echo ''", ["echo", ""]),
      ("echo a#b # c", ["echo", "a#b"]), (#"echo a\"#, ["echo", #"a\"#]),
      ("echo 2 >x", ["echo", "2"]),
    ])
  func words(line: String, expected: [String]) throws {
    #expect(try commands(line).map(\.words) == [expected])
  }

  @Test("nothing, blanks and a comment are no command", arguments: ["", "  \t", "# rmmod x"])
  func nothing(line: String) throws {
    #expect(try commands(line).isEmpty)
  }

  @Test("commands are separated, and know how, and how they were typed")
  func separators() throws {
    let commands = try commands("a x; b&c &&d || e '&' &")
    #expect(commands.map(\.separator) == [.then, .background, .and, .or, .background])
    #expect(commands.map(\.text) == ["a x", "b", "c", "d", "e '&'"])
  }

  @Test("redirections stand anywhere, and say what leads where")
  func redirections() throws {
    let command = try #require(try commands("<in a 3>out b 2>&1 4<&- >x").first)
    #expect(command.words == ["a", "b"])
    #expect(
      command.redirections == [
        .read(descriptor: 0, path: "in"), .write(descriptor: 3, path: "out"),
        .copy(descriptor: 2, of: 1), .close(descriptor: 4), .write(descriptor: 1, path: "x"),
      ])
  }

  @Test(
    "what is no command is refused in the shell's own words",
    arguments: [
      (";", "bash: syntax error near unexpected token `;'"),
      ("a ;; b", "bash: syntax error near unexpected token `;'"),
      ("| b", "bash: syntax error near unexpected token `|'"),
      ("a | b", "bash: this shell has no pipes: lead the output to a file with `>', and read that"),
      (
        "a |& b", "bash: this shell has no pipes: lead the output to a file with `>', and read that"
      ),
      ("a &> b", "bash: this shell has no `&>': say `> FILE 2>&1'"),
      ("a << b", "bash: this shell has no `<<': lead the input from a file with `<'"),
      ("a >", "bash: syntax error near unexpected token `newline'"),
      ("a > ; b", "bash: syntax error near unexpected token `;'"),
      ("a &&", "bash: syntax error near unexpected token `newline'"),
      ("a >>", "bash: syntax error near unexpected token `newline'"),
      ("a 99999>b", "bash: syntax error near unexpected token `>'"),
      ("a 99999999999999999999999>b", nil),
      ("(a)", "bash: this shell has no `(': write a list without it"),
      ("a)", "bash: syntax error near unexpected token `)'"),
      ("a >&x", "bash: syntax error near unexpected token `x'"),
      ("echo 'a", "bash: unexpected EOF while looking for matching `''"),
      ("echo \"a", "bash: unexpected EOF while looking for matching `\"'"),
    ] as [(String, String?)])
  func errors(line: String, expected: String?) {
    if let expected { #expect(message(line) == expected) } else { _ = message(line) }
  }
}
