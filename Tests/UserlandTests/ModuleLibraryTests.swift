import SimKernel
import Testing
import Userland

private let baseValue = ExportedSymbol("base_value", as: (() -> Int).self)
private let middleValue = ExportedSymbol("middle_value", as: (() -> Int).self)

/// A module that others build on.
private final class Base: Module {
  static var isInTree: Bool { true }
  static var exports: [ModuleExport] { [.symbol(baseValue) { (_: Base) in { 1 } }] }
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

/// A module between two others.
private final class Middle: Module {
  static var isInTree: Bool { true }
  static var imports: [ModuleImport] { [.symbol(baseValue)] }
  static var exports: [ModuleExport] { [.symbol(middleValue) { (_: Middle) in { 2 } }] }
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

/// A module at the top, which says all of itself that there is to say.
private final class Tall: Module {
  static var isInTree: Bool { true }
  static var license: String { "GPL" }
  static var imports: [ModuleImport] { [.symbol(middleValue), .symbol(baseValue)] }
  static var modinfo: ModuleInfo {
    var info = ModuleInfo("A tall one", authors: ["Ann", "Bob"], version: "1.2")
    info.aliases = ["char-major-240-*", "tower"]
    return info
  }
  static var parameters: [ModuleParameter] {
    [
      ModuleParameter.int("height", \Tall.height).described("in storeys"),
      .intArray("sizes", \Tall.sizes, count: 4).atLeast(2),
      .bool("lit", \Tall.isLit),
    ]
  }
  var height = 1
  var sizes: [Int] = []
  var isLit = false
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}
}

@Suite("The library of modules, and what its files say") struct ModuleLibraryTests {
  private func terminal(_ version: KernelVersion) throws -> Terminal {
    var version = version
    version.configuration.checksSignatures = false
    return try Terminal(Tall.self, Middle.self, Base.self, version: version)
  }

  private static let loaded = "cat /proc/modules | grep -c ."

  @Test(
    "modprobe loads what a module needs before it, and takes away what nobody needs any more",
    arguments: [KernelVersion.v2_2, .v2_4, .v2_6, .v6_1])
  func needs(version: KernelVersion) throws {
    let terminal = try terminal(version)
    #expect(terminal.output(of: "modprobe tall; \(Self.loaded)") == "3\n")
    #expect(terminal.output(of: "modprobe -r tall; \(Self.loaded)") == "0\n")
    #expect(terminal.output(of: "modprobe middle; \(Self.loaded)") == "2\n")
  }

  @Test("modprobe leaves what somebody else needs")
  func shared() throws {
    let terminal = try terminal(.v6_1)
    #expect(terminal.output(of: "modprobe tall; modprobe -r tall; \(Self.loaded)") == "0\n")
    #expect(
      terminal.output(of: "modprobe tall; modprobe -r middle; \(Self.loaded)")
        == "modprobe: FATAL: Module middle is in use.\n3\n")
  }

  @Test("modules.dep names what a module needs, each file before what it needs itself")
  func dependencies() throws {
    let terminal = try terminal(.v2_6)
    let folder = "/lib/modules/2.6.24"
    #expect(
      terminal.output(of: "cat \(folder)/modules.dep") == """
        \(folder)/tall.ko: \(folder)/middle.ko \(folder)/base.ko
        \(folder)/middle.ko: \(folder)/base.ko
        \(folder)/base.ko:

        """)
  }

  @Test("modprobe finds a module by a name that its own file gives")
  func aliases() throws {
    let terminal = try terminal(.v6_1)
    #expect(terminal.output(of: "modprobe tower; \(Self.loaded)") == "3\n")
    #expect(terminal.output(of: "modprobe -r tower; \(Self.loaded)") == "0\n")
    #expect(terminal.output(of: "modprobe char-major-240-7; \(Self.loaded)") == "3\n")
  }

  @Test("modinfo of kmod shows the fields of the file, what the build adds, and the parameters")
  func kmod() throws {
    let terminal = try terminal(.v6_1)
    let fields = "version license description author author alias alias depends retpoline intree"
    let names = (fields + " name vermagic parm parm parm").split(separator: " ")
    let lines = terminal.output(of: "modinfo tall").split(separator: "\n")
    #expect(lines.first == "filename:       /lib/modules/6.1.0-56-amd64/tall.ko")
    #expect(lines.dropFirst().map { $0.prefix { $0 != ":" } } == names)
    #expect(lines.contains("depends:        middle,base"))
    #expect(lines.contains("name:           tall"))
    #expect(
      lines.contains("vermagic:       6.1.0-56-amd64 SMP preempt mod_unload modversions "))
    #expect(
      lines.suffix(3) == [
        "parm:           lit: (bool)", "parm:           sizes: (array of int)",
        "parm:           height:in storeys (int)",
      ])
  }

  @Test("modinfo of module-init-tools has the order of its time")
  func moduleInitTools() throws {
    let lines = try terminal(.v2_6).output(of: "modinfo tall.ko").split(separator: "\n")
    #expect(lines.first == "filename:       tall.ko")
    #expect(lines.last == "parm:           height:in storeys (int)")
    #expect(lines.contains("parm:           lit:bool"))
    #expect(lines.contains("vermagic:       2.6.24 SMP mod_unload 686 "))
  }

  @Test("modinfo of modutils has four fields, of which 2.1.121 lacks the licence")
  func modutils() throws {
    let text = """
      filename:    tall.o
      description: "A tall one"
      author:      "Bob"
      license:     "GPL"
      parm:        height int, description "in storeys"
      parm:        sizes int array (min = 2, max = 4)
      parm:        lit int

      """
    #expect(try terminal(.v2_4).output(of: "modinfo tall.o") == text)
    let old = text.split(separator: "\n").filter { !$0.hasPrefix("license") }
    #expect(try terminal(.v2_2).output(of: "modinfo tall.o").split(separator: "\n") == old)
    #expect(try terminal(.v2_4).output(of: "modinfo -d base.o") == "<none>\n")
  }

  @Test("modinfo shows one field alone where it is asked for, and fails where there is no module")
  func fields() throws {
    let terminal = try terminal(.v6_1)
    #expect(terminal.output(of: "modinfo -l tall base") == "GPL\nGPL\n")
    #expect(terminal.output(of: "modinfo -F depends middle") == "base\n")
    #expect(terminal.output(of: "modinfo -p tall | tail -n 1") == "height:in storeys (int)\n")
    #expect(
      terminal.output(of: "modinfo none; echo $?")
        == "modinfo: ERROR: Module none not found.\n1\n")
    #expect(
      terminal.output(of: "modinfo; echo $?") == "modinfo: ERROR: missing module or filename.\n1\n")
  }
}
