import SimKernel
import Testing
import Userland

@Suite("What lies where, and what ls says of it") struct LsTests {
  private final class Quiet: Module {
    func initModule() async throws(Errno) {}
    func cleanupModule() async {}
  }

  @Test(
    "names stand in order, one a line; several folders under their names",
    arguments: [
      ("ls", "quiet.o\n"), ("cd /; ls", "dev\netc\nlib\nproc\nroot\ntmp\n"),
      ("ls /dev", "console\nnull\ntty\n"), ("ls -a /tmp", ".\n..\n"),
      (
        "ls /proc",
        "bus\ncmdline\ndevices\ndriver\nfs\nksyms\nmodules\nnet\nsys\ntty\n"
          + "uptime\nversion\n"
      ),
      ("ls /proc/sys/kernel", "osrelease\nostype\ntainted\n"),
      ("ls -d /proc /root", "/proc\n/root\n"),
      ("ls /tmp /root/quiet.o /root", "/root/quiet.o\n\n/root:\nquiet.o\n\n/tmp:\n"),
      ("ls /tmp -a", ".\n..\n"),
      ("ls /no; echo $?", "ls: /no: No such file or directory\n1\n"),
      ("ls /proc/version/x", "ls: /proc/version/x: Not a directory\n"),
      ("ls -z; echo $?", "ls: invalid option -- z\nTry `ls --help' for more information.\n2\n"),
      ("echo a > /tmp/.b; ls /tmp; ls -A /tmp", ".b\n"),
    ])
  func names(line: String, expected: String) throws {
    #expect(try Terminal(Quiet.self).output(of: line) == expected)
  }

  @Test("a long line says mode, links, owner and size, or the device's numbers")
  func long() throws {
    let terminal = try Terminal(Quiet.self)
    terminal.type("mknod /dev/x c 254 3; echo hello > /tmp/a")
    #expect(
      terminal.output(of: "ls -l /dev/x /tmp; ls -ld /proc") == """
        crw-r--r--    1 root     root     254,   3 Jan  1 00:00 /dev/x

        /tmp:
        total 4
        -rw-r--r--    1 root     root            6 Jan  1 00:00 a
        dr-xr-xr-x    8 root     root            0 Jan  1 00:00 /proc

        """)
  }

  @Test("busybox says it in its own columns (linux-6.1: s01_chardev 105, s01b_refcount_ways 51)")
  func busybox() throws {
    let terminal = try Terminal(tools: .kmod)
    terminal.type("mknod /dev/cdev_class c 246 0; mknod /dev/cdev_add c 10 125")
    let lines = terminal.output(of: "ls -la /dev/cdev_class /dev/cdev_add").split(separator: "\n")
    // The recordings have mode 0600, which devtmpfs gives, and their own date.
    #expect(
      lines == [
        "crw-r--r--    1 0        0          10, 125 Jan  1 00:00 /dev/cdev_add",
        "crw-r--r--    1 0        0         246,   0 Jan  1 00:00 /dev/cdev_class",
      ])
    #expect(
      terminal.output(of: "ls -la /dev/cdev_ok")
        == "ls: /dev/cdev_ok: No such file or directory\n")
  }

  @Test("a file is made only where there is a folder for files")
  func creating() throws {
    let terminal = try Terminal()
    #expect(terminal.output(of: "echo a > /no/b") == "bash: /no/b: No such file or directory\n")
    #expect(terminal.output(of: "echo a > /proc/b") == "bash: /proc/b: Permission denied\n")
    #expect(terminal.output(of: "echo a > /proc") == "bash: /proc: Is a directory\n")
    #expect(terminal.output(of: "cat /proc") == "cat: /proc: Is a directory\n")
    #expect(
      terminal.output(of: "mknod /no/x c 1 3") == "mknod: /no/x: No such file or directory\n")
    #expect(terminal.output(of: "mknod x c 1 3; echo a > x; ls") == "x\n")
    #expect(
      terminal.output(of: "su nobody -c 'echo a > /dev/console'")
        == "bash: /dev/console: Permission denied\n")
  }
}

extension String {
  /// The lines of a text in order.
  fileprivate var sorted: String {
    split(separator: "\n").sorted().map { $0 + "\n" }.joined()
  }
}
