import SimKernel
import Testing
import Userland

@Suite("Lines that nobody would type") struct ShellHostileTests {
  /// A generator that gives the same numbers for ever.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  private static let pieces = [
    "echo", "cat", "a", "'", "\"", "$", "$(", ")", "(", "`", "{", "}", ";", "&", "&&", "||", "|",
    "|&", ">", "<", ">>", "2>&1", ">&-", "<<", "for x in", "do", "done", "if", "then", "else", "fi",
    "!", "*", "?", "[", "]", "\\", "${x}", "$x", "$?", "$!", "x=", "wait", "kill %1", "cd", "exec",
    "sh -c", "sleep 1", "exit", "test", "grep", "head", "tail -f", "ls -l", "/dev/null", "/proc",
    "busybox", "insmod", "rmmod", "~", "#", "é", "\t", "-", "--", "%", "99999999999999999999",
  ]

  @Test(
    "end with the session going on, whatever they are",
    arguments: [ToolSet.modutils2_4, .kmod], 0..<8)
  func hostile(tools: ToolSet, seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<40 {
      let line = (0...dice.roll(12)).map { _ in Self.pieces[dice.roll(Self.pieces.count)] }
        .joined(separator: dice.roll(4) == 0 ? "" : " ")
      let terminal = try Terminal(tools: tools)
      terminal.type(line, "kill %1; kill %2; kill %3")
      // A program may follow a file for ever, as it would; the machine then runs out of its day.
      #expect([.finished, .outOfTime, .stuck].contains(terminal.outcome), "\(line)")
    }
  }

  @Test("or are far too long")
  func long() throws {
    for piece in [
      "a", "'a", "(", "$(", "a|", "a;", "a&&", "if ", "for x in ", "{ ", "! ", "\\", "$x", ">a ",
    ] {
      let terminal = try Terminal()
      terminal.type(String(repeating: piece, count: 3000), "echo alive")
      #expect(terminal.text.hasSuffix("alive\n"), "\(piece)")
    }
  }

  @Test(
    "or are mistakes that people make: the shell says so, and goes on",
    arguments: [
      ("frob", "bash: frob: command not found\n"),
      ("echo 'a", "bash: unexpected EOF while looking for matching `''\n"),
      ("echo \"a", "bash: unexpected EOF while looking for matching `\"'\n"),
      ("cat /proc/modules |", "bash: syntax error: unexpected end of file\n"),
      ("| cat", "bash: syntax error near unexpected token `|'\n"),
    ])
  func mistakes(line: String, text: String) throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: line) == text)
    #expect(terminal.output(of: "echo alive") == "alive\n")
    #expect(terminal.outcome == .finished)
  }

  @Test(
    "mistakes on every kernel: its shell says something of each, and goes on",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6, .v6_1, .twoStage],
    ["frob", "echo 'a", "echo \"a", "cat /proc/modules |", "| cat", "insmod nothing.o"])
  func mistakes(version: KernelVersion, line: String) throws {
    let terminal = try Terminal(version: version)
    #expect(terminal.output(of: line).hasSuffix("\n"))
    terminal.type("sleep 1000 &")
    #expect(terminal.output(of: "echo alive").hasSuffix("alive\n"))
    #expect(terminal.outcome == .finished)
  }

  @Test("a job that nobody waits for does not keep the session, and goes with its machine")
  func abandonedJob() throws {
    let terminal = try Terminal()
    terminal.type("sleep 1000 &", "tail -f /proc/modules &", "echo alive")
    #expect(terminal.outcome == .finished)
    #expect(terminal.text.hasSuffix("alive\n"))
    terminal.machine.shutDown()
    #expect(terminal.kernel.processTable.isEmpty)
  }
}
