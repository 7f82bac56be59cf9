import SimKernel
import Testing
import Userland

/// A module whose init function refuses.
private final class Stubborn: Module {
  func initModule() async throws(Errno) {
    printk("stubborn: no\n", .info)
    throw .EBUSY
  }
  func cleanupModule() async { printk("never said\n") }
}

/// A module that works.
private final class Quiet: Module {
  func initModule() async throws(Errno) {}
  func cleanupModule() async { printk("quiet: gone\n", .debug) }
}

/// A module that uses itself.
private final class SelfUser: Module {
  func initModule() async throws(Errno) { modIncUseCount() }
  func cleanupModule() async {}
}

@Suite("The tools, in their own words") struct ToolTests {
  private func terminal() throws -> Terminal {
    try Terminal(Stubborn.self, Quiet.self, SelfUser.self)
  }

  @Test("insmod finds a module by its name or its file")
  func insmodNames() throws {
    for file in ["quiet.o", "./quiet.o", "/lib/modules/2.4.20/quiet.o"] {
      let terminal = try terminal()
      #expect(terminal.output(of: "insmod \(file) && cat /proc/modules").hasPrefix("quiet  "))
    }
  }

  @Test(
    "insmod says which file it found for a name without folder or extension (SEMANTICS 5.2: Using)")
  func insmodSearches() throws {
    let terminal = try terminal()
    #expect(terminal.output(of: "insmod quiet") == "Using quiet.o\n")
    #expect(
      terminal.output(of: "insmod stubborn").hasPrefix(
        "Using stubborn.o\nstubborn: no\nstubborn.o: init_module: "))
  }

  @Test(
    "insmod says what is wrong (SEMANTICS 5.2: no module by that name, EEXIST, parameters)",
    arguments: [
      ("insmod nothing", "insmod: nothing: no module by that name found\n"),
      ("insmod nothing.o", "insmod: nothing.o: No such file or directory\n"),
      ("insmod quiet.o; insmod quiet.o", "insmod: a module named quiet already exists\n"),
      ("insmod quiet.o debug count=5", "quiet.o: invalid parameter parm_count\n"),
      (
        "insmod -f -o quiet quiet.o; insmod quiet",
        "Using quiet.o\ninsmod: a module named quiet already exists\n"
      ),
      ("echo x > x.o; insmod x.o", "x.o: Exec format error\n"),
    ])
  func insmodErrors(line: String, message: String) throws {
    #expect(try terminal().output(of: line) == message)
  }

  @Test(
    "an init that refuses: insmod names the error, gives a hint, and takes the module away (SEMANTICS 5.2: init_module)"
  )
  func insmodRefused() throws {
    let terminal = try terminal()
    #expect(
      terminal.output(of: "insmod stubborn.o") == """
        stubborn: no
        stubborn.o: init_module: Device or resource busy
        Hint: insmod errors can be caused by incorrect module parameters, including invalid IO or \
        IRQ parameters.
              You may find more information in syslog or the output from dmesg

        """)
    #expect(terminal.output(of: "cat /proc/modules") == "")
    #expect(!terminal.text.contains("never said"))
  }

  @Test("rmmod removes what it can, says what it cannot, and fails if anything failed")
  func rmmod() throws {
    let terminal = try terminal()
    terminal.type("insmod quiet", "insmod self_user")
    #expect(
      terminal.output(of: "rmmod nothing self_user quiet || echo failed") == """
        rmmod: module nothing is not loaded
        self_user: Device or resource busy
        failed

        """)
    #expect(terminal.output(of: "lsmod").split(separator: "\n").count == 2)
    #expect(terminal.output(of: "rmmod").hasPrefix("Usage: rmmod "))
  }

  @Test("lsmod is /proc/modules under a heading")
  func lsmod() throws {
    let terminal = try terminal()
    terminal.type("insmod quiet")
    let list = terminal.output(of: "cat /proc/modules")
    #expect(terminal.output(of: "lsmod") == "Module                  Size  Used by\n" + list)
  }

  @Test("dmesg shows the log, empties it, and sets what the console shows")
  func dmesg() throws {
    let terminal = try terminal()
    terminal.type("insmod quiet", "rmmod quiet")
    #expect(!terminal.text.contains("quiet: gone"))
    #expect(terminal.output(of: "dmesg -c") == "quiet: gone\n")
    #expect(terminal.output(of: "dmesg") == "")
    terminal.type("dmesg -n 8", "insmod quiet")
    #expect(terminal.output(of: "rmmod quiet") == "quiet: gone\n")
    for line in ["dmesg -n", "dmesg -n 9", "dmesg -n x", "dmesg -z"] {
      #expect(terminal.output(of: line).hasPrefix("usage: dmesg"))
    }
  }

  @Test(
    "mknod says what is wrong",
    arguments: [
      ("mknod /dev/x", "mknod: wrong number of arguments\n"),
      ("mknod /dev/x b 1 2", "mknod: wrong number of arguments\n"),
      ("mknod /dev/x c 256 0", "mknod: invalid major or minor device number\n"),
      ("mknod /dev/x c -1 0", "mknod: invalid major or minor device number\n"),
      ("mknod /dev/x c 1 3; mknod /dev/x c 1 3", "mknod: /dev/x: File exists\n"),
    ])
  func mknod(line: String, message: String) throws {
    #expect(try terminal().output(of: line) == message)
  }

  @Test("major 1, minor 3 is the device that swallows everything")
  func null() throws {
    #expect(try terminal().output(of: "mknod /dev/n c 1 3; echo a > /dev/n; cat /dev/n") == "")
  }

  @Test(
    "sleep takes seconds and fractions, and nothing else",
    arguments: [
      ("sleep", "sleep: too few arguments\n"), ("sleep x", "sleep: invalid time interval `x'\n"),
      ("sleep -1", "sleep: invalid time interval `-1'\n"),
      ("sleep nan", "sleep: invalid time interval `nan'\n"),
      ("sleep 1e300", "sleep: invalid time interval `1e300'\n"), ("sleep 0.5", ""),
    ])
  func sleep(line: String, message: String) throws {
    let terminal = try terminal()
    #expect(terminal.output(of: line) == message)
    if message.isEmpty { #expect((50...60).contains(terminal.kernel.jiffies)) }
  }

  @Test("cat goes on after a file that is not there, and tail needs a file")
  func catAndTail() throws {
    let terminal = try terminal()
    terminal.type("echo a > a")
    #expect(
      terminal.output(of: "cat no a || echo failed")
        == "cat: no: No such file or directory\na\nfailed\n")
    #expect(terminal.output(of: "tail a") == "a\n")
    #expect(terminal.output(of: "tail no") == "tail: no: No such file or directory\n")
    #expect(terminal.output(of: "tail -f") == "tail: cannot follow the standard input\n")
    #expect(terminal.output(of: "cat /proc/version") == "Linux version 2.4.20\n")
  }

  @Test("ps shows who sleeps how")
  func ps() throws {
    let terminal = try terminal()
    let text = terminal.type("sleep 10 &", "ps")
    #expect(text.contains("\n  PID STAT COMMAND\n"))
    #expect(text.contains(/\n +\d+ S    bash\n/))
    #expect(text.contains(/\n +\d+ S    sleep\n/))
    #expect(text.contains(/\n +\d+ R    ps\n/))
  }
}
