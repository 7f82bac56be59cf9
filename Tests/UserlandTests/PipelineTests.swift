import SimKernel
import Testing
import Userland

/// A driver whose file never ends.
private final class Endless: Module {
  private lazy var operations = FileOperations(
    read: { _, buffer async throws(Errno) in
      let text = Array(String(repeating: "yes\n", count: 256).utf8).prefix(buffer.count)
      try await buffer.copyToUser(text)
      return text.count
    })
  func initModule() async throws(Errno) { try registerChrdev(240, "endless", operations) }
  func cleanupModule() async {}
}

@Suite("Pipes between programs") struct PipelineTests {
  @Test(
    "each program reads what the one before it writes; the status is that of the last",
    arguments: [
      ("echo a | cat", "a\n"), ("echo a | cat | cat | cat", "a\n"),
      ("echo ab | grep b && echo found", "ab\nfound\n"),
      ("echo a | grep b || echo none", "none\n"), ("false | true && echo a", "a\n"),
      ("true | false || echo a", "a\n"), ("cat /no 2>&1 | grep -c such", "1\n"),
      ("cat /no |& grep -c such", "1\n"), ("echo a | (cat; echo b) | cat", "a\nb\n"),
      ("echo a; echo b | cat > f; cat f", "a\nb\n"),
      ("echo a | frob; echo $?", "bash: frob: command not found\n127\n"),
      ("frob 2>/dev/null | cat; echo $?", "0\n"), ("cat < /dev/null | cat", ""),
      ("cat /proc/version | head -1 | tail -n 1", "Linux version 2.4.20\n"),
      ("echo 'echo hello' | sh", "hello\n"),
      ("echo a | { cat; cat /proc/version; } | grep -c .", "2\n"),
      ("wait | cat; echo a | exit 3; echo $?", "3\n"),
    ])
  func pipelines(line: String, expected: String) throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: line) == expected)
    #expect(terminal.outcome == .finished)
  }

  @Test("a writer that nobody reads any more dies of SIGPIPE, and nobody speaks of it")
  func brokenPipe() throws {
    let terminal = try Terminal(Endless.self)
    terminal.type("insmod endless.o; mknod /dev/e c 240 0")
    #expect(terminal.output(of: "cat /dev/e | head -2") == "yes\nyes\n")
    #expect(terminal.output(of: "cat /dev/e | true; echo $?") == "0\n")
    #expect(!terminal.output(of: "ps").contains("cat"))
    #expect(terminal.output(of: "(cat /dev/e; echo $? > f) | head -1; cat f") == "yes\n141\n")
  }

  @Test("the output that a line wants of a program without end is cut off, and the program ends")
  func endlessOutput() throws {
    let terminal = try Terminal(Endless.self)
    terminal.type("insmod endless.o; mknod /dev/e c 240 0")
    #expect(terminal.output(of: "a=$(cat /dev/e); echo alive").hasSuffix("alive\n"))
    #expect(terminal.output(of: "cat /dev/e > f").hasSuffix("No space left on device\n"))
  }

  @Test("a pipe holds 4,096 bytes; who writes more waits until somebody reads (2.4)")
  func backpressure() throws {
    let terminal = try Terminal(Endless.self)
    let text = terminal.type(
      "insmod endless.o; mknod /dev/e c 240 0", "cat /dev/e | sleep 2 &", "sleep 1; ps",
      "sleep 2", "ps > f; grep cat f; echo $?")
    #expect(text.contains(/\d S +cat\n/))
    #expect(text.contains("[1]+  Done                    cat /dev/e | sleep 2\n"))
    #expect(text.hasSuffix("\n1\n"))
  }

  @Test("a pipeline in the background is one job, and is killed as one")
  func background() throws {
    let terminal = try Terminal()
    let text = terminal.type("sleep 100 | sleep 200 &", "kill %1", "ps")
    #expect(text.contains("[1]+  Terminated              sleep 100 | sleep 200\n"))
    #expect(!terminal.output(of: "ps").contains("sleep"))
  }

  @Test("a pipeline in the background has ended when all of it has")
  func backgroundEnd() throws {
    let text = try Terminal().type("sleep 3 | true &", "sleep 1", "echo a", "sleep 4", "echo b")
    let before = try #require(text.firstMatch(of: /([\s\S]*)\[1\]\+  Done/)).output.1
    #expect(before.contains("# sleep 4") && !before.contains("# echo b"))
  }

  @Test("a machine that goes takes those along who sleep on a pipe")
  func lifetime() throws {
    weak var kernel: Kernel?
    do {
      let terminal = try Terminal(Endless.self)
      terminal.type(
        "insmod endless.o; mknod /dev/e c 240 0", "cat /dev/e | sleep 100 &",
        "sleep 100 | (cat; echo never) &", "(sleep 100; echo $(cat)) &", "sleep 1")
      kernel = terminal.kernel
      #expect(kernel?.processTable.count ?? 0 > 6)
    }
    #expect(kernel == nil)
  }

  @Test("a pipeline that there are not enough descriptors or memory for says so, and ends")
  func tooLong() throws {
    let terminal = try Terminal()
    let line = "echo a" + String(repeating: " | cat", count: 3000)
    #expect(terminal.output(of: line).contains("bash: fork: "))
    #expect(terminal.output(of: "echo alive") == "alive\n")
    #expect(terminal.outcome == .finished)
  }
}
