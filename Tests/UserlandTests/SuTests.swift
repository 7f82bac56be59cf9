import SimKernel
import Testing
import Userland

/// A module that works.
private final class Quiet: Module {
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

@Suite("Another user than root") struct SuTests {
  @Test(
    "only root loads and removes modules, makes devices, and signals what is not its own",
    arguments: [
      ("insmod quiet.o", "quiet.o: create_module: Operation not permitted"),
      ("rmmod loaded", "loaded: Operation not permitted"),
      ("mknod /dev/x c 1 3", "mknod: /dev/x: Operation not permitted"),
      ("kill 1", "bash: kill: (1) - Operation not permitted"),
      ("su root -c lsmod", "su: cannot set user id: Operation not permitted"),
      (
        "echo 0 > /proc/sys/kernel/tainted",
        "bash: /proc/sys/kernel/tainted: Permission denied"
      ),
    ])
  func refused(command: String, message: String) throws {
    let terminal = try Terminal(Quiet.self)
    #expect(
      terminal.output(of: "su nobody -c '\(command)' || echo failed") == message + "\nfailed\n")
    #expect(terminal.output(of: "cat /proc/modules") == "")
  }

  @Test("what anybody may do works, and the status is that of the line")
  func allowed() throws {
    let terminal = try Terminal()
    #expect(
      terminal.output(of: "su nobody -c 'echo a && echo b; cat < /no' || echo c")
        == "a\nb\nbash: /no: No such file or directory\nc\n")
    #expect(terminal.output(of: "su root -c 'mknod /dev/x c 1 3'; cat /dev/x") == "")
    #expect(terminal.output(of: "su nobody -c 'exit 3; echo never' || echo three") == "three\n")
  }

  @Test(
    "su says what is wrong",
    arguments: [
      ("su", "usage: su user -c command"), ("su nobody", "usage: su user -c command"),
      ("su nobody -c", "usage: su user -c command"),
      ("su ada -c ps", "su: user ada does not exist"),
      ("su nobody -c ';'", "bash: syntax error near unexpected token `;'"),
    ])
  func mistakes(line: String, message: String) throws {
    #expect(try Terminal().output(of: line) == message + "\n")
  }
}
