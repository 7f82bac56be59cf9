@testable import SimKernel

/// The recorded module `params`: one parameter of each common type.
final class ParameterModule: Module {
  var count = 1
  var ucount: UInt32 = 2
  var sh: Int16 = 3
  var by = 4
  var lg = 5
  var flag = false
  var name = "none"
  var arr = [1, 2, 3]
  var narr = 0
  var str = "abc"
  var hidden = 9
  var wo = 8
  var words = ["", ""]

  func initModule() async throws(Errno) { printk(line + "\n") }
  func cleanupModule() async {}

  static var parameters: [ModuleParameter] {
    [
      .int("count", \ParameterModule.count, permissions: 0o644).described("how many"),
      .uint("ucount", \ParameterModule.ucount, permissions: 0o444),
      .short("sh", \ParameterModule.sh, permissions: 0o644),
      .byte("by", \ParameterModule.by, permissions: 0o644),
      .long("lg", \ParameterModule.lg, permissions: 0o644),
      .bool("flag", \ParameterModule.flag, permissions: 0o644),
      .charp("name", \ParameterModule.name, permissions: 0o644),
      .intArray(
        "arr", \ParameterModule.arr, count: 3, given: \ParameterModule.narr, permissions: 0o644),
      .string("str", \ParameterModule.str, capacity: 8, permissions: 0o644),
      .int("hidden", \ParameterModule.hidden),
      .int("wo", \ParameterModule.wo, permissions: 0o200),
    ]
  }

  /// The line that its init prints.
  var line: String {
    "params: count=\(count) ucount=\(ucount) sh=\(sh) by=\(by) lg=\(lg) flag=\(flag ? 1 : 0) "
      + "name=\(name) arr=\(arr[0]),\(arr[1]),\(arr[2]) narr=\(narr) str=\(str) hidden=\(hidden) "
      + "wo=\(wo)"
  }
}

/// One load of the module with parameters, and what came of it.
final class ParameterLoad {
  let module = ParameterModule()
  private(set) var log: [String] = []
  private(set) var errno: Errno?
  private let parser: any ParameterParser
  private let rules: ParameterRules

  init(_ parser: any ParameterParser, _ rules: ParameterRules = .v6_1) {
    self.parser = parser
    self.rules = rules
  }

  convenience init(_ rules: ParameterRules) { self.init(KernelParameterParser(rules), rules) }

  var target: ParameterTarget {
    ParameterTarget(module, named: "params", ParameterModule.parameters)
  }

  /// Parses the words of a command.
  func parse(_ words: String...) async {
    log = []
    errno = nil
    do throws(Errno) {
      try await parser.parse(words, for: target) { self.log.append($0.text) }
    } catch {
      errno = error
    }
  }

  /// The file of a parameter.
  func file(_ name: String) -> ParameterFile? {
    ParameterFile.all(of: target, rules).first { $0.parameter.name == name }
  }

  /// What the file of a parameter shows.
  func shown(_ name: String) throws -> String {
    String(decoding: try file(name)?.read() ?? [], as: UTF8.self)
  }

  /// Writes into the file of a parameter.
  func write(_ text: String, to name: String) async -> Errno? {
    log = []
    do throws(Errno) {
      _ = try await file(name)?.write(Array(text.utf8)) { self.log.append($0.text) }
      return nil
    } catch {
      return error
    }
  }
}
