import SimKernel
import Testing
import Userland

/// A module whose source nobody can look at; it leaves a pointer behind.
private final class Closed: Module {
  static let license = "Proprietary"
  private lazy var task = TaskQueueEntry("task") {}
  func initModule() async throws(Errno) { queueTask(task, on: .timer) }
  func cleanupModule() async {}
}

/// A module that says nothing of a licence.
private final class Silent: Module {
  static let license = ""
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

/// A module whose source can be looked at, but that refuses to be loaded.
private final class ClosedAndStubborn: Module {
  static let license = "None of your business"
  func initModule() async throws(Errno) { throw .EIO }
  func cleanupModule() async {}
}

/// A module under two licences, one of them free.
private final class Dual: Module {
  static let license = "Dual BSD/GPL"
  private lazy var task = TaskQueueEntry("task") {}
  func initModule() async throws(Errno) { queueTask(task, on: .timer) }
  func cleanupModule() async {}
}

@Suite("What taints a kernel") struct TaintTests {
  private func terminal() throws -> Terminal {
    try Terminal(Closed.self, Silent.self, ClosedAndStubborn.self, Dual.self)
  }

  @Test(
    "insmod warns of a licence that is not free, and an oops says so for ever (SEMANTICS 5.2: taint, SEMANTICS 9.2: taint)"
  )
  func proprietary() throws {
    let terminal = try terminal()
    #expect(
      terminal.output(of: "insmod closed.o") == """
        Warning: loading closed.o will taint the kernel: non-GPL license - Proprietary
          See http://www.tux.org/lkml/#export-tainted for information about tainted modules
        Module closed loaded, with warnings

        """)
    #expect(terminal.output(of: "cat /proc/sys/kernel/tainted") == "1\n")
    terminal.type("rmmod closed; insmod dual.o; rmmod dual; sleep 1")
    #expect(terminal.outcome == .panicked)
    #expect(terminal.text.contains(/EIP:    0010:\[<[0-9a-f]{8}>\]    Tainted: P \n/))
  }

  @Test("a module without a licence taints as well (SEMANTICS 5.2: taint)")
  func none() throws {
    let terminal = try terminal()
    terminal.type("insmod closed.o")
    #expect(
      terminal.output(of: "insmod silent.o") == """
        Warning: loading silent.o will taint the kernel: no license
          See http://www.tux.org/lkml/#export-tainted for information about tainted modules
        Module silent loaded, with warnings

        """)
  }

  @Test("a module that refuses has tainted the kernel all the same, and is not loaded")
  func refused() throws {
    let terminal = try terminal()
    let text = terminal.output(of: "insmod closed_and_stubborn.o; cat /proc/sys/kernel/tainted")
    #expect(text.hasPrefix("Warning: loading closed_and_stubborn.o will taint the kernel"))
    #expect(!text.contains("with warnings"))
    #expect(text.hasSuffix("\n1\n"))
  }

  @Test("a licence that is free among others taints nothing")
  func free() throws {
    let terminal = try terminal()
    #expect(terminal.output(of: "insmod dual.o; cat /proc/sys/kernel/tainted") == "0\n")
    terminal.type("rmmod dual; insmod dual.o; rmmod dual; sleep 1")
    #expect(terminal.text.contains("    Not tainted\n"))
  }

  @Test(
    "root can write the number, and nobody writes anything else",
    arguments: [
      ("echo 2 >", "", "Tainted: GF\n"), ("echo 3 >>", "", "Tainted: PF\n"),
      ("echo x >", "bash: echo: write error: Invalid argument\n", "Not tainted\n"),
    ])
  func written(command: String, message: String, field: String) throws {
    let terminal = try terminal()
    #expect(terminal.output(of: "\(command) /proc/sys/kernel/tainted") == message)
    terminal.type("insmod dual.o; rmmod dual; sleep 1")
    #expect(terminal.text.contains("    \(field)"))
  }
}
