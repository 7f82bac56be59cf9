import Testing

@testable import Userland

@Suite("What a line at the prompt means") struct ShellParserTests {
  private func script(_ line: String) throws -> ShellScript {
    var parser = try ShellParser(line)
    return try parser.script()
  }

  /// The simple commands of a line that has no other.
  private func commands(_ line: String) throws -> [SimpleCommand] {
    try script(line).lists.flatMap(\.items).flatMap(\.pipeline.commands).compactMap { command in
      if case .simple(let simple) = command { simple } else { nil }
    }
  }

  private func message(_ line: String, _ dialect: ShellDialect = .bash) -> String? {
    do throws(ShellSyntaxError) {
      var parser = try ShellParser(line)
      _ = try parser.script()
      return nil
    } catch {
      return dialect.message(error)
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
      ("echo 2 >x", ["echo", "2"]), ("echo $ a$", ["echo", "$", "a$"]),
    ])
  func words(line: String, expected: [String]) throws {
    #expect(try commands(line).map { $0.words.map(\.literal) } == [expected])
  }

  @Test("nothing, blanks and a comment are no command", arguments: ["", "  \t", "# rmmod x"])
  func nothing(line: String) throws {
    #expect(try script(line).lists.isEmpty)
  }

  @Test("lists are separated, and know how they were typed and whether they are waited for")
  func lists() throws {
    let lists = try script("a x; b|x&c &&d || e '&' &").lists
    #expect(lists.map(\.text) == ["a x", "b|x", "c &&d || e '&'"])
    #expect(lists.map(\.isInBackground) == [false, true, true])
    #expect(lists[2].items.map(\.condition) == [.always, .afterSuccess, .afterFailure])
    #expect(lists[1].items[0].pipeline.commands.count == 2)
  }

  @Test("redirections stand anywhere, and say what leads where")
  func redirections() throws {
    let command = try #require(try commands("<in a 3>out b 2>&1 4<&- >x &>y").first)
    #expect(command.words.map(\.literal) == ["a", "b"])
    #expect(command.redirections.map(\.target.literal) == ["in", "out", "1", "-", "x", "y"])
    #expect(command.redirections.map(\.descriptor) == [0, 3, 2, 4, 1, 1])
    #expect(
      command.redirections.map(\.direction) == [.read, .write, .copy, .copy, .write, .both])
  }

  @Test("a variable is set before a command's name, and is an argument after it")
  func assignments() throws {
    let command = try #require(try commands("a=1 b='x y' c d=2 2e=3").first)
    #expect(command.assignments.map(\.name) == ["a", "b"])
    #expect(command.words.map(\.literal) == ["c", "d=2", "2e=3"])
  }

  @Test(
    "what is no command is refused in the shell's own words",
    arguments: [
      (";", "syntax error near unexpected token `;'"),
      ("a ;; b", "syntax error near unexpected token `;;'"),
      ("a; ; b", "syntax error near unexpected token `;'"),
      ("| b", "syntax error near unexpected token `|'"),
      ("a |", "syntax error: unexpected end of file"),
      ("a | | b", "syntax error near unexpected token `|'"),
      ("a | ; b", "syntax error near unexpected token `;'"),
      ("a << b", "this shell has no `<<': lead the input from a file with `<'"),
      ("a >", "syntax error near unexpected token `newline'"),
      ("a > ; b", "syntax error near unexpected token `;'"),
      ("a &&", "syntax error: unexpected end of file"),
      ("a &&& b", "syntax error near unexpected token `&'"),
      ("a 99999>b", "syntax error near unexpected token `>'"),
      ("a 99999999999999999999999>b", "syntax error near unexpected token `>'"),
      ("(a", "syntax error: unexpected end of file"),
      ("()", "syntax error near unexpected token `)'"),
      ("a)", "syntax error near unexpected token `)'"),
      ("echo 'a", "unexpected EOF while looking for matching `''"),
      ("echo \"a", "unexpected EOF while looking for matching `\"'"),
      ("echo `a", "unexpected EOF while looking for matching ``'"),
      ("echo $(a", "unexpected EOF while looking for matching `)'"),
      ("echo \"$(a\"", "unexpected EOF while looking for matching `)'"),
      ("echo ${a", "unexpected EOF while looking for matching `}'"),
      ("echo ${a:-b}", "${a:-b}: bad substitution"),
      ("for x in a b; do echo", "syntax error: unexpected end of file"),
      ("for 1 in a; do b; done", "syntax error near unexpected token `1'"),
      ("for x in a; b", "syntax error near unexpected token `b'"),
      ("done", "syntax error near unexpected token `done'"),
      ("if a; then b", "syntax error: unexpected end of file"),
      ("if a; then fi", "syntax error near unexpected token `fi'"),
      ("while true; do a", "syntax error: unexpected end of file"),
      ("while do a; done", "syntax error near unexpected token `do'"),
      ("case a in a) b;; esac", "this shell has no `case'"),
      (String(repeating: "(", count: 60), "the line nests deeper than 50 levels"),
    ])
  func errors(line: String, expected: String) {
    #expect(message(line) == "bash: " + expected)
  }

  @Test(
    "busybox says it in its own words",
    arguments: [
      ("| b", "sh: syntax error: unexpected \"|\""),
      ("a >", "sh: syntax error: unexpected newline"),
      ("echo 'a", "sh: syntax error: unterminated quoted string"),
      ("a |", "sh: syntax error: unexpected end of file"),
    ])
  func errorsOfBusybox(line: String, expected: String) {
    #expect(message(line, .ash) == expected)
  }
}

extension ShellWord {
  /// The text of a word in which nothing is replaced.
  fileprivate var literal: String {
    parts.map { part in
      switch part {
      case .text(let text), .quoted(let text): text
      case .variable(let name, _): "$\(name)"
      case .command(let line, _): "$(\(line))"
      case .arithmetic(let text): "$((\(text)))"
      }
    }.joined()
  }
}
