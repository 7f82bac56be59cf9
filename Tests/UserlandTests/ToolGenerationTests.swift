import Testing
import Userland

@testable import SimKernel

@Suite("The tools for modules, each in the words of its generation") struct ToolGenerationTests {
  private func terminal(_ tools: ToolSet) throws -> Terminal { try Terminal(of: tools) }

  @Test(
    "insmod of kmod 30 (linux-6.1 README 12, s08_initret, s09_basic, s13_loaderrors)",
    arguments: [
      ("/bin/insmod hello.ko", "", 0),
      (
        "/bin/insmod nosuch.ko",
        "insmod: ERROR: could not load module nosuch.ko: No such file or directory\n", 1
      ),
      (
        "/bin/insmod initret.ko",
        "initret: init returns -12\n"
          + "insmod: ERROR: could not insert module initret.ko: Cannot allocate memory\n", 1
      ),
      (
        "/bin/insmod hello.ko; /bin/insmod hello.ko",
        "insmod: ERROR: could not insert module hello.ko: File exists\n", 1
      ),
      (
        "/bin/insmod empty.ko",
        "insmod: ERROR: could not insert module empty.ko: Invalid parameters\n", 1
      ),
      (
        "/bin/insmod text.ko",
        "Invalid ELF header magic: != \u{7f}ELF\n"
          + "insmod: ERROR: could not insert module text.ko: Invalid module format\n", 1
      ),
      ("/bin/insmod", "insmod: ERROR: missing filename.\n", 1),
    ])
  func insmodOfKmod(line: String, text: String, status: Int) throws {
    #expect(try terminal(.kmod).output(of: "\(line); echo $?") == text + "\(status)\n")
  }

  @Test(
    "insmod of busybox 1.35: the status is the errno, and what fails is tried twice",
    arguments: [
      (
        "busybox insmod nosuch.ko",
        "insmod: can't insert 'nosuch.ko': No such file or directory\n", 254
      ),
      (
        "busybox insmod initret.ko",
        "initret: init returns -12\ninitret: init returns -12\n"
          + "insmod: can't insert 'initret.ko': Cannot allocate memory\n", 12
      ),
      (
        "insmod hello.ko; insmod hello.ko", "insmod: can't insert 'hello.ko': File exists\n", 17
      ),
      (
        "busybox insmod text.ko",
        "Invalid ELF header magic: != \u{7f}ELF\nInvalid ELF header magic: != \u{7f}ELF\n"
          + "insmod: can't insert 'text.ko': invalid module format\n", 8
      ),
      ("busybox frob", "frob: applet not found\n", 127),
    ])
  func insmodOfBusybox(line: String, text: String, status: Int) throws {
    #expect(try terminal(.kmod).output(of: "\(line); echo $?") == text + "\(status)\n")
  }

  @Test(
    "rmmod of kmod 30 looks at /sys before it asks the kernel (s07_deps, s09_basic, s10_force)",
    arguments: [
      ("/bin/rmmod hello", "rmmod: ERROR: Module hello is not currently loaded\n"),
      (
        "/bin/rmmod printk",
        "rmmod: ERROR: ../libkmod/libkmod-module.c:1998 kmod_module_get_holders() could not open "
          + "'/sys/module/printk/holders': No such file or directory\n"
          + "rmmod: ERROR: Module unloading is not supported\n"
      ),
      (
        "/bin/insmod selfref.ko; /bin/rmmod selfref", "rmmod: ERROR: Module selfref is in use\n"
      ),
      (
        "/bin/rmmod -f hello_not_there",
        "rmmod: ERROR: ../libkmod/libkmod-module.c:856 kmod_module_remove_module() could not "
          + "remove 'hello_not_there': No such file or directory\n"
          + "rmmod: ERROR: could not remove module hello_not_there: No such file or directory\n"
      ),
      ("/bin/rmmod -w hello", "rmmod: ERROR: unexpected getopt_long() value 'w'.\n"),
      ("/bin/rmmod", "rmmod: ERROR: missing module name.\n"),
    ])
  func rmmodOfKmod(line: String, text: String) throws {
    #expect(try terminal(.kmod).output(of: "\(line); echo $?") == text + "1\n")
  }

  @Test("rmmod names who uses a module's symbols, and says how it is used (s10_force 8)")
  func rmmodHolders() throws {
    let terminal = try terminal(.kmod)
    terminal.type("/bin/insmod hello.ko; insmod selfref.ko")
    terminal.note("selfref", uses: "hello")
    #expect(
      terminal.output(of: "/bin/rmmod hello")
        == "rmmod: ERROR: Module hello is in use by: selfref\n")
    #expect(
      terminal.output(of: "/bin/rmmod --help | head -5 | tail -2")
        == "\t-f, --force       forces a module unload and may crash your\n"
        + "\t                  machine. This requires Forced Module Removal\n")
  }

  @Test(
    "rmmod of busybox 1.35 (s09_basic 15, s01_chardev 11)",
    arguments: [
      ("busybox rmmod hello", "rmmod: can't unload module 'hello': No such file or directory\n"),
      (
        "insmod selfref.ko; rmmod selfref",
        "rmmod: can't unload module 'selfref': Resource temporarily unavailable\n"
      ),
    ])
  func rmmodOfBusybox(line: String, text: String) throws {
    #expect(try terminal(.kmod).output(of: "\(line); echo $?") == text + "1\n")
  }

  @Test("lsmod of kmod and of busybox (s07_deps 13, s09_basic 8 and 9)")
  func lsmod() throws {
    let terminal = try terminal(.kmod)
    terminal.type("insmod hello.ko; insmod selfref.ko; echo 12288 > /proc/sys/kernel/tainted")
    terminal.note("selfref", uses: "hello")
    let size = terminal.output(of: "cat /sys/module/hello/coresize").split(separator: "\n")[0]
    let columns = String(repeating: " ", count: 23 - size.count)
    #expect(
      terminal.output(of: "/bin/lsmod | grep -v selfref.......") == """
        Module                  Size  Used by
        hello\(columns)\(size)  0 selfref

        """)
    #expect(
      terminal.output(of: "lsmod | head -1")
        == "Module                  Size  Used by    Tainted: G  \n")
    #expect(
      try self.terminal(.kmod).output(of: "busybox lsmod | grep Used")
        == "Module                  Size  Used by    Not tainted\n")
  }

  @Test(
    "modprobe loads by name or by another name, and removes",
    arguments: [ToolSet.modutils2_4, .moduleInitTools, .kmod])
  func modprobe(tools: ToolSet) throws {
    let terminal = try terminal(tools)
    let loaded = "grep -c hello /proc/modules"
    #expect(terminal.output(of: "modprobe hello; modprobe hello; \(loaded)") == "1\n")
    #expect(terminal.output(of: "modprobe -r hello; \(loaded)") == "0\n")
    terminal.type("echo 'alias char-major-240 hello' > /etc/modules.conf")
    terminal.type("cat /etc/modules.conf > /etc/modprobe.conf")
    #expect(terminal.output(of: "modprobe char-major-240; \(loaded)") == "1\n")
  }

  @Test("an object file that was copied is the same module, and one that was overwritten is none")
  func files() throws {
    let terminal = try terminal(.moduleInitTools)
    #expect(
      terminal.output(of: "cat hello.ko > other.ko; insmod other.ko; grep -c hello /proc/modules")
        == "1\n")
    #expect(
      terminal.output(of: "echo x > hello.ko; insmod hello.ko")
        == "insmod: error inserting 'hello.ko': -1 Invalid module format\n")
  }

  @Test(
    "busybox has its own words for what goes wrong (s01_chardev, s09_basic 7, s12_params 55)",
    arguments: [
      ("cat /dev/no", "cat: can't open '/dev/no': No such file or directory\n", 1),
      (
        "echo 5 > /sys/module/hello/refcnt",
        "sh: can't create /sys/module/hello/refcnt: Permission denied\n", 1
      ),
      ("frob", "sh: frob: not found\n", 127), ("id", "uid=0 gid=0\n", 0),
      (
        "cd /sys/module/hello; for f in initstate refcnt; do echo \"$f=$(cat $f)\"; done",
        "initstate=live\nrefcnt=0\n", 0
      ),
      (
        "cd /sys/module/hello; ls; ls holders notes",
        "coresize\nholders\ninitsize\ninitstate\nnotes\nrefcnt\nsections\ntaint\nuevent\n"
          + "holders:\n\nnotes:\n", 0
      ),
      ("ls -d /sys/module/no", "ls: /sys/module/no: No such file or directory\n", 1),
      (
        "cat /sys/module/hello/uevent",
        "cat: can't open '/sys/module/hello/uevent': Permission denied\n", 1
      ),
      (
        "sysctl kernel.tainted; sysctl -w kernel.tainted=2",
        "kernel.tainted = 0\nkernel.tainted = 2\n", 0
      ),
      ("sysctl kernel.no", "sysctl: error: 'kernel.no' is an unknown key\n", 1),
    ])
  func busybox(line: String, text: String, status: Int) throws {
    let terminal = try terminal(.kmod)
    terminal.type("insmod hello.ko")
    #expect(terminal.output(of: "\(line); echo $?") == text + "\(status)\n")
  }

  @Test("ps of busybox shows how each process was started (s06_kth_ok 3)")
  func ps() throws {
    let text = try terminal(.kmod).output(of: "sh -c '(ps | grep sh) 2>&1'")
    let commands = text.split(separator: "\n").map { $0.dropFirst(15) }
    #expect(
      commands == [
        "{init} /bin/busybox sh /init", "-sh", "sh -c (ps | grep sh) 2>&1",
        "{ps} sh -c (ps | grep sh) 2>&1", "grep sh",
      ])
    #expect(try terminal(.kmod).output(of: "ps | head -1") == "PID   USER     COMMAND\n")
  }

  @Test("a program can have a line executed, and gets what it wrote and how it ended")
  func commandOutput() throws {
    let terminal = try terminal(.kmod)
    var result: (text: String, status: Int)?
    let machine = terminal.machine
    let user = try terminal.kernel.spawn("user") { system in
      result = try? await machine.output(of: "cat /no; insmod hello.ko; exit 7", by: system)
      return 0
    }
    _ = terminal.kernel.run(until: { user.exitStatus != nil }, ticks: 1000)
    #expect(result?.text == "cat: can't open '/no': No such file or directory\n")
    #expect(result?.status == 7)
  }
}

extension Terminal {
  /// Notes that one loaded module uses another's symbols.
  fileprivate func note(_ user: String, uses name: String) {
    guard let user = kernel.findModule(user) else { return }
    kernel.findModule(name)?.users = [user]
  }
}
