import SimKernel
import Testing
import Userland

@Suite("What the shell replaces and repeats") struct ShellLanguageTests {
  @Test(
    "variables, quotes and the output of commands",
    arguments: [
      ("a=1; echo $a ${a}2 '$a' \"$a\" \\$a", "1 12 $a 1 $a\n"),
      ("echo x$nothing; echo \"$nothing\" | cat", "x\n\n"),
      ("a='x  y'; echo $a \"$a\"", "x y x  y\n"), ("echo $(echo a; echo b)", "a b\n"),
      ("echo \"$(echo a; echo b)\"", "a\nb\n"), ("echo `echo a`$(echo $(echo b))", "ab\n"),
      ("a=$(cat /no 2>&1) b=2; echo $a $b", "cat: /no: No such file or directory 2\n"),
      ("false; echo $?; echo $?", "1\n0\n"), ("frob 2>/dev/null; echo $?", "127\n"),
      ("(exit 3); echo $?", "3\n"), ("a=1; (a=2; echo $a); echo $a", "2\n1\n"),
      ("a=1; { a=2; echo x; } > f; echo $a; cat f", "2\nx\n"),
      ("! true || echo no", "no\n"), ("sh -c 'echo $1 $#' sh x y", "x 2\n"),
      ("true & echo $! | grep -c '^[0-9]*$'", "1\n"),
      ("unset a; a=1; unset a; echo \"[$a]\"", "[]\n"), ("a=b=c; echo $a", "b=c\n"),
      ("x=\"a b\"; for i in $x \"$x\"; do echo \"<$i>\"; done", "<a>\n<b>\n<a b>\n"),
    ])
  func replacements(line: String, expected: String) throws {
    let text = try Terminal().output(of: line)
    #expect(
      text.split(separator: "\n").filter { !$0.hasPrefix("[1]") }
        == expected.split(separator: "\n"))
  }

  @Test(
    "for, if and test",
    arguments: [
      ("for f in a b; do echo $f; done", "a\nb\n"), ("for f in; do echo $f; done", ""),
      ("for a in 1 2; do for b in 3 4; do echo -n $a$b,; done; done", "13,14,23,24,"),
      ("if true; then echo a; else echo b; fi", "a\n"),
      ("if [ 1 -gt 2 ]; then echo a; elif [ x = x ]; then echo b; fi", "b\n"),
      ("if false; then echo a; fi; echo $?", "0\n"),
      (
        "[ -e /dev/null ] && [ ! -d /dev/null ] && [ -d /proc ] && test -c /dev/null && echo a",
        "a\n"
      ),
      ("[ 1 = 2 || echo a", "bash: [: missing `]'\na\n"),
      ("[ x -lt 1 ]; echo $?", "bash: [: x: integer expression expected\n2\n"),
      ("for i in a b; do echo $i; done | grep b > f; cat f", "b\n"),
    ])
  func compounds(line: String, expected: String) throws {
    #expect(try Terminal().output(of: line) == expected)
  }

  @Test(
    "patterns mean the files that are there, in order, or themselves",
    arguments: [
      ("echo *", "a.txt b.txt c\n"), ("echo *.txt '*'", "a.txt b.txt *\n"),
      ("echo ?.t[a-x]t *.no", "a.txt b.txt *.no\n"), ("echo [!ab]*", "c\n"),
      ("echo /proc/m*", "/proc/modules\n"), ("cd /; echo r*t/c", "root/c\n"),
      ("for f in *.txt; do cat $f; done", "1\n2\n"),
    ])
  func patterns(line: String, expected: String) throws {
    let terminal = try Terminal()
    terminal.type("echo 1 > a.txt; echo 2 > b.txt; echo 3 > c")
    #expect(terminal.output(of: line) == expected)
  }

  @Test("a folder is entered, left, and the one that programs are started in")
  func folders() throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: "cd /proc; pwd; cat version") == "/proc\nLinux version 2.4.20\n")
    #expect(terminal.output(of: "cd /proc; (cd ..; pwd); pwd") == "/\n/proc\n")
    #expect(terminal.output(of: "cd /no") == "bash: cd: /no: No such file or directory\n")
    #expect(terminal.output(of: "cd /proc/version") == "bash: cd: /proc/version: Not a directory\n")
    #expect(
      terminal.output(of: "cd /tmp; cd; pwd; cd - ; cat /root/../proc/./version")
        == "/root\n/tmp\nLinux version 2.4.20\n")
  }

  @Test(
    "what would never end, or fill the host, ends with a word",
    arguments: [
      (
        "a=aaaaaaaa; for i in 1 2 3 4 5 6 7 8; do a=$a$a$a$a; done; echo never $a",
        "bash: Argument list too long"
      ),
      (
        "a='1 2 3 4 5 6 7 8 9 0'; for i in $a; do for j in $a; do for k in $a; do for l in $a; do "
          + "for m in $a; do :; done; done; done; done; done; echo never",
        "bash: 100,000 commands: the session does not come to its end"
      ),
    ])
  func endless(line: String, expected: String) throws {
    let text = try Terminal().output(of: line)
    #expect(text.contains(expected))
    #expect(!text.contains("never"))
  }

  @Test("shells inside of shells come to an end")
  func deep() throws {
    let terminal = try Terminal()
    let line = String(repeating: "$(echo ", count: 80) + "x" + String(repeating: ")", count: 80)
    #expect(terminal.output(of: "echo \(line)").contains("nests deeper than 50 levels"))
    terminal.type("echo 'sh again' > again")
    #expect(terminal.output(of: "sh again; echo alive").hasSuffix("alive\n"))
    #expect(terminal.outcome == .finished)
  }
}
