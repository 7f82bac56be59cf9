import SimKernel
import Testing
import Userland

@Suite("Programs that read lines and write others") struct TextToolTests {
  @Test(
    "sed, sort, cut, wc and their like write what the real ones of the GNU project write",
    arguments: [
      ("echo a:b:c | cut -d: -f2", "b\n"),
      ("echo a:b:c | cut -d: -f2-", "b:c\n"),
      ("echo a:b:c | cut -d : -f 1,3", "a:c\n"),
      ("echo abcdef | cut -c2-3,5", "bce\n"),
      ("echo none | cut -d: -f2", "none\n"),
      ("echo none | cut -s -d: -f2", ""),
      ("for i in 3 10 2; do echo $i; done | sort", "10\n2\n3\n"),
      ("for i in 3 10 2; do echo $i; done | sort -n", "2\n3\n10\n"),
      ("for i in 3 10 2; do echo $i; done | sort -rn", "10\n3\n2\n"),
      ("for i in b a b; do echo $i; done | sort -u", "a\nb\n"),
      ("(echo b 2; echo a 10; echo c 1) | sort -k2 -n", "c 1\nb 2\na 10\n"),
      ("(echo b:2; echo a:10; echo c:1) | sort -t: -k2,2nr", "a:10\nb:2\nc:1\n"),
      ("(echo B; echo a; echo C) | sort -f", "a\nB\nC\n"),
      ("echo hello world | sed s/o/0/", "hell0 world\n"),
      ("echo hello world | sed s/o/0/g", "hell0 w0rld\n"),
      ("echo hello world | sed 's/o/0/2'", "hello w0rld\n"),
      ("echo hello | sed 's/\\(h\\)\\(e\\)/\\2\\1[&]/'", "eh[he]llo\n"),
      ("echo aaa | sed 's/x*/-/g'", "-a-a-a-\n"),
      ("echo baaac | sed 's/a*/x/g'", "xbxcx\n"),
      ("echo 'foo 123 bar' | sed -E 's/[a-z]+ ([0-9]+).*/\\1/'", "123\n"),
      ("echo 'size 16384 (OE)' | sed 's/.*(\\(.*\\))/\\1/'", "OE\n"),
      ("echo a/b/c | sed 's|/|.|g'", "a.b.c\n"),
      ("seq 5 | sed -n 2p", "2\n"),
      ("seq 5 | sed -n '2,4p'", "2\n3\n4\n"),
      ("seq 5 | sed '2,4d'", "1\n5\n"),
      ("seq 5 | sed '$d'", "1\n2\n3\n4\n"),
      ("seq 5 | sed -n '$='", "5\n"),
      ("seq 5 | sed -n '/2/,/4/p'", "2\n3\n4\n"),
      ("seq 5 | sed '/3/!d'", "3\n"),
      ("seq 5 | sed 3q", "1\n2\n3\n"),
      ("seq 3 | sed -n 's/2/two/p'", "two\n"),
      ("seq 3 | sed -e 1d -e 's/3/x/'", "2\nx\n"),
      ("seq 3 | sed 'y/123/abc/'", "a\nb\nc\n"),
      ("seq 4 | sed -n 'n;p'", "2\n4\n"),
      ("seq 5 | sed '2,1d'", "1\n3\n4\n5\n"),
      ("echo ab | sed 's/b/&\\n&/'", "ab\nb\n"),
      ("echo aXbX | sed 's/x/-/Ig'", "a-b-\n"),
      ("echo 'a.b' | sed 's/\\./,/'", "a,b\n"),
      ("echo ab12cd | sed 's/[[:digit:]]\\{2\\}/N/'", "abNcd\n"),
      ("echo abab | sed -E 's/(ab){2}/x/'", "x\n"),
      ("echo abcd | sed -E 's/(a|ab)(c|bcd)/[\\1][\\2]/'", "[a][bcd]\n"),
      ("echo 'x  y' | sed 's/  */ /g'", "x y\n"),
      ("seq 3 | uniq -c | sed 's/^ *//'", "1 1\n1 2\n1 3\n"),
      ("(echo a; echo a; echo b) | uniq -d", "a\n"),
      ("(echo a; echo a; echo b) | uniq -u", "b\n"),
      ("seq 2 4", "2\n3\n4\n"),
      ("seq 1 2 5", "1\n3\n5\n"),
      ("seq 5 -2 1", "5\n3\n1\n"),
      ("printf '%s-%d\\n' a 1 b 2", "a-1\nb-2\n"),
      ("printf '%5s|%-5s|%05d|%x\\n' a b 42 255", "    a|b    |00042|ff\n"),
      ("printf 'plain'", "plain"),
      ("echo a b c | wc -w | sed 's/ //g'", "3\n"),
      ("seq 12 | wc -l | sed 's/ //g'", "12\n"),
      ("printf 'abc' | wc -c | sed 's/ //g'", "3\n"),
      ("echo ab | grep -E '^(a|c)b$'", "ab\n"),
      ("echo aab | grep -E 'a{2}b' | grep -c .", "1\n"),
      ("echo 'a+b' | grep 'a+b'", "a+b\n"),
      ("echo 'a+b' | grep -E 'a+b' || echo none", "none\n"),
      ("echo 'f(x)' | grep '(x)'", "f(x)\n"),
    ])
  func likeTheRealOnes(line: String, expected: String) throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: line) == expected)
  }

  @Test("a count that stands alone has no blanks before it, several have, with a busybox's width")
  func counts() throws {
    let terminal = try Terminal(version: .v6_1)
    terminal.type("echo one two > f")
    #expect(terminal.output(of: "wc -l f; wc -l < f") == "1 f\n1\n")
    #expect(terminal.output(of: "wc f") == "        1         2         8 f\n")
    #expect(
      terminal.output(of: "wc -l f f") == """
                1 f
                1 f
                2 total

        """)
  }

  @Test(
    "what they cannot do they say in a busybox's words",
    arguments: [
      ("echo a | sed k", "sed: unsupported command k\n"),
      ("cut -f1 -c1 f", "cut: only one type of list may be specified\n"),
      ("cut f", "cut: expected a list of bytes, characters, or fields\n"),
      ("rm nothing", "rm: can't remove 'nothing': No such file or directory\n"),
      ("rm /tmp", "rm: '/tmp' is a directory\n"), ("rm -f nothing", ""),
      ("whoami", "whoami: unknown uid 0\n"),
      ("echo a | grep -E '('", "grep: bad regex '(': Unmatched ( or \\(\n"),
      ("wc -l nothing", "wc: nothing: No such file or directory\n"),
    ])
  func complaints(line: String, expected: String) throws {
    #expect(try Terminal(version: .v6_1).output(of: line) == expected)
  }

  @Test("date reads the machine's clock, which begins with the year")
  func date() throws {
    let terminal = try Terminal(version: .v6_1)
    let line =
      "sleep 90; date +%H:%M; date '+%F %a'; a=$(date +%s); sleep 10; echo $(($(date +%s)-a))"
    #expect(terminal.output(of: line) == "00:01\n2000-01-01 Sat\n10\n")
  }

  @Test("what is written to /dev/kmsg stands in the log, with its level")
  func logDevice() throws {
    let terminal = try Terminal(version: .v6_1)
    terminal.type("echo '<3>a mark' > /dev/kmsg; echo plain > /dev/kmsg")
    let lines = terminal.kernel.logLines.suffix(2)
    #expect(lines.map(\.text) == ["a mark", "plain"])
    #expect(lines.map(\.level.rawValue) == [3, 4])
    #expect(try Terminal().output(of: "echo a > /dev/kmsg").contains("No such file"))
  }

  @Test("a pattern that could be tried in many ways takes no longer than another")
  func hostilePattern() throws {
    let many = String(repeating: "a", count: 200)
    let line = "echo \(many) | sed -E 's/(a*)*b/x/' | grep -c -E '^(a|aa)+$'"
    #expect(try Terminal().output(of: line) == "1\n")
  }
}
