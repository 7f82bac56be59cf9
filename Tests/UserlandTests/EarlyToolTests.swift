import Testing
import Userland

@testable import SimKernel

@Suite("The tools for modules of 2.2 to 2.6") struct EarlyToolTests {
  private func terminal(_ tools: ToolSet) throws -> Terminal { try Terminal(of: tools) }

  @Test(
    "module-init-tools (SEMANTICS 5.2, 5.3)",
    arguments: [
      ("insmod nosuch.ko", "insmod: can't read 'nosuch.ko': No such file or directory\n"),
      (
        "insmod text.ko", "insmod: error inserting 'text.ko': -1 Invalid module format\n"
      ),
      (
        "insmod initret.ko",
        "initret: init returns -12\n"
          + "insmod: error inserting 'initret.ko': -1 Cannot allocate memory\n"
      ),
      ("rmmod hello", "ERROR: Module hello does not exist in /proc/modules\n"),
      (
        "insmod selfref.ko; rmmod -v -f selfref",
        "rmmod selfref, wait=no force\nERROR: Removing 'selfref': Resource temporarily unavailable\n"
      ),
      ("modprobe nosuch", "FATAL: Module nosuch not found.\n"),
      ("modinfo nosuch", "modinfo: could not find module nosuch\n"),
    ])
  func moduleInitTools(line: String, text: String) throws {
    #expect(try terminal(.moduleInitTools).output(of: "\(line); echo $?") == text + "1\n")
  }

  @Test(
    "modutils 2.1.121 (SEMANTICS 5.3: modutils 2.1.121)",
    arguments: [
      ("rmmod hello", "module hello not loaded\n"),
      ("insmod selfref.o; rmmod selfref", "selfref is in use\n"),
      (
        "insmod initret.o",
        "initret: init returns -12\ninitret.o: init_module: Device or resource busy\n"
      ),
      ("modprobe nosuch", "modprobe: Can't locate module nosuch\n"),
    ])
  func modutils21(line: String, text: String) throws {
    #expect(try terminal(.modutils2_1).output(of: "\(line); echo $?") == text + "1\n")
  }

  @Test("rmmod -r of modutils 2.4.16 has other words (SEMANTICS 5.3: modutils 2.4.16, -a)")
  func modutils24() throws {
    let terminal = try terminal(.modutils2_4)
    #expect(terminal.output(of: "rmmod -r hello") == "module hello not loaded\n")
    #expect(terminal.output(of: "rmmod hello") == "rmmod: module hello is not loaded\n")
    #expect(terminal.output(of: "insmod selfref.o; rmmod -r selfref") == "selfref is in use\n")
    #expect(terminal.output(of: "rmmod -a; echo $?") == "0\n")
  }

  @Test(
    "insmod of modutils 2.4.16 compares the versions first, unless it is forced (SEMANTICS 5.2: version mismatch, kernel version, forced load)"
  )
  func versions() throws {
    let other = ModuleFile.Magic.replacing("2.4.20", with: "2.4.18")
    var old = ModuleFile("/lib/modules/2.4.20/old.o", Hello.self)
    old.magic = other
    var mute = ModuleFile("/lib/modules/2.4.20/mute.o", Hello.self)
    mute.magic = .missing
    let terminal = try Terminal(of: .modutils2_4, files: [old, mute])
    let place = "/lib/modules/2.4.20/"
    #expect(
      terminal.output(of: "insmod \(place)old.o; echo $?") == """
        old.o: kernel-module version mismatch
        \told.o was compiled for kernel version 2.4.18
        \twhile this kernel is version 2.4.20.
        1

        """)
    #expect(
      terminal.output(of: "insmod -f \(place)mute.o; echo $?")
        == "mute.o: couldn't find the kernel version the module was compiled for\n1\n")
    #expect(terminal.output(of: "cat /proc/sys/kernel/tainted /proc/modules") == "0\n")
    #expect(
      terminal.output(of: "insmod -f \(place)old.o; echo $?") == """
        Warning: kernel-module version mismatch
        \told.o was compiled for kernel version 2.4.18
        \twhile this kernel is version 2.4.20
        Warning: loading old.o will taint the kernel: forced load
          See http://www.tux.org/lkml/#export-tainted for information about tainted modules
        Module old loaded, with warnings
        0

        """)
    #expect(terminal.output(of: "cat /proc/sys/kernel/tainted") == "2\n")
  }

  @Test(
    "2.2's insmod warns of another version, and no kernel is tainted (SEMANTICS 5.2: version mismatch)"
  )
  func versionsOf22() throws {
    var old = ModuleFile("/lib/modules/2.2.1/old.o", Hello.self)
    old.magic = .replacing("2.2.1", with: "2.2.5")
    let terminal = try Terminal(of: .modutils2_1, files: [old])
    let text = terminal.output(of: "insmod -f /lib/modules/2.2.1/old.o; echo $?")
    #expect(text.hasPrefix("Warning: kernel-module version mismatch\n"))
    #expect(text.hasSuffix("is version 2.2.1\n0\n"))
  }

  @Test(
    "what the kernel refuses is said with the file's name before it (SEMANTICS 5.2: create_module, EEXIST, ENOMEM)"
  )
  func kernelErrors() throws {
    let terminal = try terminal(.modutils2_4)
    #expect(
      terminal.output(of: "su nobody -c 'insmod hello.o'")
        == "hello.o: create_module: Operation not permitted\n")
    terminal.type("insmod hello.o")
    #expect(
      terminal.output(of: "insmod hello.o") == "insmod: a module named hello already exists\n")
    while terminal.kernel.moduleArea.allocate(bytes: 1) != nil {}
    let size = ModuleImage(name: "selfref", type: Selfref.self).size
    #expect(
      terminal.output(of: "insmod selfref.o; echo $?")
        == "selfref.o: can't allocate kernel memory for module; needed \(size) bytes\n1\n")
  }

  @Test(
    "each symbol that is missing is named, and nothing is loaded (SEMANTICS 5.2: unresolved symbol)",
    arguments: [ToolSet.modutils2_1, .modutils2_4])
  func symbols(tools: ToolSet) throws {
    let terminal = try Terminal(of: tools, [Lonely.self])
    #expect(
      terminal.output(of: "insmod lonely.o; echo $?")
        == "lonely.o: unresolved symbol nobody_has_this\n1\n")
    #expect(terminal.output(of: "cat /proc/modules") == "")
  }

  @Test(
    "parameters are refused before the kernel hears of the module (SEMANTICS 5.2: parameters)",
    arguments: [
      ("bogus=1", "invalid parameter parm_bogus"),
      ("pair=1", "too few values for pair (min 2)"),
      ("pair=1,2,3", "too many values for pair (max 2)"),
      ("pair=1;2", "invalid argument syntax for pair: ';'"),
      ("text=123456789", "string too long for text (max 7)"),
      ("name='\"abc'", "improperly terminated string argument for name"),
    ])
  func parameters(word: String, text: String) throws {
    for tools in [ToolSet.modutils2_1, .modutils2_4] {
      let terminal = try Terminal(of: tools, [Tuned.self])
      let typed = word.contains("'") ? word : "'\(word)'"
      #expect(
        terminal.output(of: "insmod tuned.o \(typed); echo $?") == "tuned.o: \(text)\n1\n")
      #expect(terminal.output(of: "cat /proc/modules") == "")
      #expect(terminal.output(of: "insmod tuned.o pair=1,2; echo $?") == "0\n")
    }
  }

  @Test(
    "after any error past create_module insmod removes the module itself (SEMANTICS 5.2: after any error)",
    arguments: [ToolSet.modutils2_1, .modutils2_4])
  func removesItself(tools: ToolSet) throws {
    let terminal = try terminal(tools)
    let text = terminal.output(of: "insmod initret.o")
    #expect(text.contains("initret.o: init_module: "))
    #expect(
      text.contains("Hint: insmod errors can be caused by incorrect module parameters")
        == (tools == .modutils2_4))
    #expect(terminal.output(of: "cat /proc/modules") == "")
    #expect(terminal.kernel.modules.isEmpty)
  }

  @Test(
    "insmod of module-init-tools has words for four errors, and the library's for the rest (SEMANTICS 5.2: module-init-tools)",
    arguments: [
      ("insmod hello.ko; insmod hello.ko", "-1 File exists"),
      ("insmod lonely.ko", "-1 Unknown symbol in module"),
      ("insmod tuned.ko bogus=1", "-1 Unknown symbol in module"),
      ("insmod tuned.ko pair=x", "-1 Invalid parameters"),
      ("su nobody -c 'insmod hello.ko'", "-1 Operation not permitted"),
      ("insmod text.ko", "-1 Invalid module format"),
    ])
  func insertion(line: String, text: String) throws {
    let terminal = try Terminal(of: .moduleInitTools, [Lonely.self, Tuned.self])
    terminal.type("dmesg -n 1")
    let file = line.split(separator: " ").last { $0.contains(".ko") }?.prefix { $0 != "'" } ?? ""
    #expect(terminal.output(of: line) == "insmod: error inserting '\(file)': \(text)\n")
  }

  @Test(
    "rmmod of module-init-tools looks at /proc/modules first (SEMANTICS 5.3: module-init-tools)")
  func removal() throws {
    let terminal = try Terminal(of: .moduleInitTools, [Giver.self, Taker.self])
    terminal.type("insmod giver.ko; insmod taker.ko; insmod selfref.ko")
    #expect(terminal.output(of: "rmmod giver") == "ERROR: Module giver is in use by taker\n")
    #expect(terminal.output(of: "rmmod selfref") == "ERROR: Module selfref is in use\n")
    #expect(
      terminal.output(of: "rmmod -w giver")
        == "ERROR: Removing 'giver': Resource temporarily unavailable\n")
    #expect(terminal.output(of: "rmmod -v taker") == "rmmod taker, wait=no\n")
    #expect(terminal.output(of: "rmmod -v -w giver") == "rmmod giver, wait=yes\n")
    #expect(
      terminal.output(of: "su nobody -c 'insmod hello.ko; rmmod hello'").contains("ERROR: ") == true
    )
  }

  @Test("rmmod -w waits in D until nobody uses the module (SEMANTICS 5.3: module-init-tools)")
  func waits() throws {
    let terminal = try terminal(.moduleInitTools)
    terminal.type("insmod selfref.ko; rmmod -w selfref &")
    #expect(terminal.output(of: "ps | grep rmmod").contains(" D "))
    #expect(terminal.output(of: "cat /proc/modules").contains(" 1 - Unloading "))
  }

  @Test(
    "rmmod of modutils: other errors are the library's (SEMANTICS 5.3: modutils 2.1.121, modutils 2.4.16)"
  )
  func otherErrors() throws {
    for tools in [ToolSet.modutils2_1, .modutils2_4] {
      let terminal = try terminal(tools)
      terminal.type("insmod hello.o")
      #expect(
        terminal.output(of: "su nobody -c 'rmmod hello'") == "hello: Operation not permitted\n")
      #expect(
        terminal.output(of: "su nobody -c 'rmmod -r hello'")
          == "hello: Operation not permitted\n")
    }
    let terminal = try terminal(.modutils2_4)
    #expect(
      terminal.output(of: "insmod selfref.o; rmmod selfref")
        == "selfref: Device or resource busy\n")
  }

  @Test(
    "lsmod of modutils is a heading and /proc/modules (SEMANTICS 5.1: lsmod)",
    arguments: [ToolSet.modutils2_1, .modutils2_4])
  func lsmod(tools: ToolSet) throws {
    let terminal = try terminal(tools)
    terminal.type("insmod hello.o; insmod selfref.o")
    #expect(
      terminal.output(of: "lsmod")
        == "Module                  Size  Used by\n" + terminal.output(of: "cat /proc/modules"))
  }
}

/// A module that needs what nobody has.
private final class Lonely: Module {
  static var isInTree: Bool { true }
  static var imports: [ModuleImport] { [.named("nobody_has_this")] }
}

/// A module whose symbol is wanted.
private final class Giver: Module {
  static var isInTree: Bool { true }
  static var exports: [ModuleExport] {
    [.symbol(ExportedSymbol("gift", as: (() -> Int).self)) { (_: Giver) in { 1 } }]
  }
}

/// A module that wants it.
private final class Taker: Module {
  static var isInTree: Bool { true }
  static var imports: [ModuleImport] { [.named("gift")] }
}

/// A module with parameters.
private final class Tuned: Module {
  var pair = [0, 0]
  var text = ""
  var name = ""
  static var isInTree: Bool { true }
  static var parameters: [ModuleParameter] {
    [
      .intArray("pair", \Tuned.pair, count: 2).atLeast(2),
      .string("text", \Tuned.text, capacity: 8), .charp("name", \Tuned.name),
    ]
  }
}
