import SimKernel
import Testing
import Userland

@Suite("Loops, sums and questions of the shell") struct ShellLoopTests {
  @Test(
    "they come to what the real shell comes to",
    arguments: [
      ("i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done", "0\n1\n2\n"),
      ("i=3; until [ $i -eq 0 ]; do i=$((i-1)); done; echo $i", "0\n"),
      ("for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done", "1\n3\n"),
      (
        "for i in 1 2 3; do for j in a b; do [ $i$j = 2a ] && break 2; echo $i$j; done; done",
        "1a\n1b\n"
      ),
      (
        "for i in 1 2; do for j in a b; do [ $j = b ] && continue 2; echo $i$j; done; done",
        "1a\n2a\n"
      ),
      ("while true; do break; done; echo $?", "0\n"),
      ("while false; do echo a; done; echo $?", "0\n"),
      ("for i in 1; do false; done; echo $?", "1\n"),
      ("echo $((2 + 3 * 4)) $(((2+3)*4)) $((7 % 4)) $((-7 / 2)) $((1 << 4))", "14 20 3 -3 16\n"),
      (
        "echo $((3 > 2)) $((3 == 2)) $((1 && 0)) $((1 || 0)) $((!5)) $((0x1f)) $((010))",
        "1 0 0 1 0 31 8\n"
      ),
      ("x=5; echo $((x * 2)) $(($x + 1)) \"$((x))\"", "10 6 5\n"),
      ("echo one two three | while read a b; do echo $b-$a; done", "two three-one\n"),
      ("echo x | while read a; do a=y; done; echo \"[$a]\"", "[]\n"),
      ("[ 1 -eq 1 -a 2 -eq 2 ] && echo and", "and\n"),
      ("[ 1 -eq 2 -o 2 -eq 2 ] && echo or", "or\n"),
      ("[ ! a = b ] && echo not", "not\n"),
      ("[ ! -e /nowhere ] && echo nowhere", "nowhere\n"),
    ])
  func likeTheRealOne(line: String, expected: String) throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: line) == expected)
  }

  @Test("a loop without end comes to its end with the commands that a session may execute")
  func endless() throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: "while true; do :; done").contains("100,000 commands"))
  }

  @Test("jobs shows what runs")
  func jobs() throws {
    let terminal = try Terminal()
    let text = terminal.output(of: "sleep 2 & jobs")
    #expect(text.hasSuffix("[1]+  Running                 sleep 2 &\n"))
  }

  @Test(
    "what cannot be calculated is a complaint",
    arguments: [
      ("echo $((1/0))", "divide by zero"), ("echo $((1+))", "arithmetic syntax error"),
      ("echo $((a b))", "arithmetic syntax error"),
    ])
  func complaints(line: String, expected: String) throws {
    let text = try Terminal(version: .v6_1).output(of: line)
    #expect(text.hasPrefix("sh: \(expected)\n"))
  }
}
