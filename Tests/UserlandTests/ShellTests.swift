import SimKernel
import Testing
import Userland

@Suite("The shell") struct ShellTests {
  @Test(
    "what comes next depends on how the last command ended",
    arguments: [
      ("cat /no && echo a", "cat: /no: No such file or directory\n"),
      ("cat /no 2>/dev/null || echo a", "a\n"), ("echo a && echo b || echo c", "a\nb\n"),
      ("cat /no 2>/dev/null && echo b || echo c", "c\n"), ("echo a || echo b && echo c", "a\nc\n"),
      ("echo a; echo b", "a\nb\n"),
    ])
  func chains(line: String, expected: String) throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: line) == expected)
  }

  @Test("output goes where it is led, and a file keeps it")
  func redirections() throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: "echo hello > greeting") == "")
    #expect(terminal.output(of: "cat < greeting") == "hello\n")
    #expect(terminal.output(of: "cat ./greeting greeting") == "hello\nhello\n")
    terminal.type("echo short > greeting", "cat /no 2> errors")
    #expect(
      terminal.output(of: "cat greeting errors") == "short\ncat: /no: No such file or directory\n")
    #expect(terminal.output(of: "cat /no > both 2>&1; cat both").hasPrefix("cat: /no"))
    #expect(terminal.output(of: "echo x >&-") == "bash: echo: write error: Bad file descriptor\n")
    #expect(terminal.output(of: "cat < /no") == "bash: /no: No such file or directory\n")
    #expect(terminal.output(of: "echo x > /dev/no") == "bash: /dev/no: No such file or directory\n")
    #expect(terminal.output(of: "echo x >&9") == "bash: 9: Bad file descriptor\n")
    #expect(terminal.output(of: "echo x > /dev/null") == "")
  }

  @Test("output can be added to a file, which is made where it is missing")
  func appending() throws {
    let terminal = try Terminal()
    terminal.type("echo a >> list", "echo b >>list", "cat /no 2>> list")
    #expect(terminal.output(of: "cat list") == "a\nb\ncat: /no: No such file or directory\n")
    #expect(
      terminal.output(of: "echo a >> /dev/no") == "bash: /dev/no: No such file or directory\n")
  }

  @Test("a list goes to the background as one job, in a shell of its own")
  func backgroundList() throws {
    let terminal = try Terminal()
    let lines = terminal.type(
      "sleep 1 && echo late || echo never & echo first", "sleep 2", "echo after"
    ).split(separator: "\n")
    #expect(lines[1].wholeMatch(of: /\[1\] \d+/) != nil)
    #expect(
      lines[2...].elementsEqual([
        "first", "# sleep 2", "late",
        "[1]+  Done                    sleep 1 && echo late || echo never", "# echo after", "after",
      ]))
  }

  @Test("what the background does to itself does not touch the shell, and a kill ends all of it")
  func backgroundListEnds() throws {
    let terminal = try Terminal()
    #expect(terminal.type("exit 3 &", "echo here").contains("[1]+  Exit 3                  exit 3"))
    terminal.type("sleep 100 && echo never &", "kill %1", "sleep 200")
    #expect(
      terminal.text.contains("[1]+  \("Terminated".padded)sleep 100 && echo never\n"))
    #expect(!terminal.text.contains("\nnever"))
    #expect(!terminal.output(of: "ps").contains("sleep"))
  }

  @Test("exec leads the shell's own descriptors elsewhere")
  func exec() throws {
    let terminal = try Terminal()
    #expect(
      terminal.type("exec 3> out", "echo one >&3", "echo two >&3", "exec 3>&-", "cat out")
        .hasSuffix("# cat out\none\ntwo\n"))
  }

  @Test("a program that is not there is not found")
  func unknown() throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: "frobnicate") == "bash: frobnicate: command not found\n")
    #expect(terminal.output(of: "''") == "bash: : command not found\n")
    #expect(terminal.output(of: "/bin/no") == "bash: /bin/no: No such file or directory\n")
    #expect(terminal.output(of: "/bin/echo yes") == "yes\n")
    #expect(terminal.output(of: "no 2>/dev/null || echo failed") == "failed\n")
  }

  @Test("a line that is no command runs nothing of it, and fails")
  func syntaxErrors() throws {
    let terminal = try Terminal()
    #expect(
      terminal.output(of: "echo a; ;") == "bash: syntax error near unexpected token `;'\n")
  }

  @Test("a job says its number and its process, and before a prompt how it ended")
  func jobs() throws {
    let terminal = try Terminal()
    let text = terminal.type(
      "sleep 1 &", "cat /no 2>/dev/null &", "echo between", "sleep 2", "echo after")
    let lines = text.split(separator: "\n")
    #expect(lines[1].wholeMatch(of: /\[1\] \d+/) != nil)
    #expect(lines[3].wholeMatch(of: /\[2\] \d+/) != nil)
    #expect(lines.contains("[2]+  Exit 1                  cat /no 2>/dev/null"))
    #expect(lines.contains("[1]+  Done                    sleep 1"))
    #expect(lines.last == "after")
  }

  @Test("of several jobs the newest is marked, and the one before it")
  func marks() throws {
    let terminal = try Terminal()
    let lines = terminal.type("sleep 1 &", "sleep 1 &", "sleep 1 &", "sleep 3").split(
      separator: "\n")
    #expect(lines.filter { $0.contains("Done") }.map { $0.prefix(4) } == ["[1] ", "[2]-", "[3]+"])
  }

  @Test("wait waits for all jobs, or for those named, and tells how the last one ended")
  func wait() throws {
    let terminal = try Terminal()
    terminal.type("sleep 5 &", "wait && echo waited")
    #expect(terminal.text.contains("# wait && echo waited\nwaited\n"))
    #expect(terminal.kernel.jiffies >= 500)
    terminal.type("cat /no 2>/dev/null & wait %1 || echo failed")
    #expect(terminal.text.contains("\nfailed\n"))
    #expect(
      terminal.output(of: "wait 4711") == "bash: wait: pid 4711 is not a child of this shell\n")
    #expect(terminal.output(of: "wait %7") == "bash: wait: %7: no such job\n")
  }

  @Test(
    "kill ends a job by its number or its process, with the signal named",
    arguments: [
      ("kill %1", "Terminated"), ("kill -9 %1", "Killed"), ("kill -KILL %1", "Killed"),
      ("kill -SIGHUP %1", "Hangup"), ("kill -2 %1", "Interrupt"),
    ])
  func kill(line: String, word: String) throws {
    let terminal = try Terminal()
    let text = terminal.type("sleep 100 &", line, "echo")
    #expect(text.contains("[1]+  \(word.padded)sleep 100\n"))
  }

  @Test(
    "kill says what is wrong",
    arguments: [
      ("kill", "kill: usage: kill [-signal] pid | %job ..."),
      ("kill x", "bash: kill: x: no such pid"), ("kill %3", "bash: kill: %3: no such job"),
      ("kill 4711", "bash: kill: (4711) - No such process"),
      ("kill -WRONG 1", "bash: kill: -WRONG: invalid signal specification"),
      ("kill -99 1", "bash: kill: -99: invalid signal specification"),
    ])
  func killErrors(line: String, message: String) throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: line) == message + "\n")
  }

  @Test("the first process takes no notice of a signal")
  func killInit() throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: "kill -9 1 && echo sent") == "sent\n")
    #expect(terminal.outcome == .finished)
  }

  @Test("exit ends the session with what comes after it untyped")
  func exit() throws {
    let terminal = try Terminal()
    #expect(terminal.type("echo a", "exit 3", "echo b") == "# echo a\na\n# exit 3\n")
    #expect(terminal.outcome == .finished)
  }

  @Test("a shell that is killed leaves lines undone, and the run says of what it died")
  func killedShell() throws {
    let terminal = try Terminal()
    terminal.type("echo first")
    // The first shell was the last process that nobody waited for; its echo came after it.
    let shell = (terminal.kernel.processTable.map(\.pid).max() ?? 0) + 2
    terminal.type("echo", "kill -9 \(shell)", "echo never")
    #expect(terminal.outcome == .killed(signal: Signal.SIGKILL))
    #expect(!terminal.text.contains("never"))
  }

  @Test("three thousand jobs are more than there is memory for, and the shell says so")
  func manyJobs() throws {
    let terminal = try Terminal()
    let jobs = Array(repeating: "sleep 1 &", count: 3000).joined(separator: " ")
    let text = terminal.type(jobs, "wait", "echo still here")
    #expect(text.contains("bash: fork: Cannot allocate memory\n"))
    #expect(text.hasSuffix("still here\n"))
    #expect(terminal.outcome == .finished)
  }

  @Test("what is typed begins a line, whatever stands there")
  func prompt() throws {
    let terminal = try Terminal()
    #expect(terminal.type("echo -n a", "echo b") == "# echo -n a\na\n# echo b\nb\n")
  }
}

extension String {
  fileprivate var padded: String { self + String(repeating: " ", count: 24 - count) }
}
