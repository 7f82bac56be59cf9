@testable import SimKernel

/// The recorded module hello.
final class Hello: Module {
  static var imports: [ModuleImport] { [.named("_printk")] }
  func initModule() async throws(Errno) { printk("hello: init\n") }
  func cleanupModule() async { printk("hello: exit\n") }
}

/// The recorded module expa: one function for everybody, one for the GPL only.
final class Expa: Module {
  static let function = ExportedSymbol("expa_func", as: ((Int) -> Int).self)
  static let gplOnly = ExportedSymbol("expa_gpl", as: ((Int) -> Int).self)
  static let slow = ExportedAsyncSymbol("expa_slow", as: ((Int) async -> Int).self)

  static var exports: [ModuleExport] {
    [
      .symbol(function) { (_: Expa) in { $0 + 1 } }, .gplOnly(gplOnly) { (_: Expa) in { $0 + 2 } },
      .symbol(slow) { (module: Expa) in { await module.later($0) } },
    ]
  }

  private func later(_ value: Int) async -> Int {
    await scheduleTimeout(5)
    return value + 3
  }
}

/// The recorded module expb, which uses expa.
final class Expb: Module {
  static var imports: [ModuleImport] { [.symbol(Expa.function)] }
  static var parameters: [ModuleParameter] {
    [.int("ret", \Expb.result, permissions: 0o444)]
  }
  var result = 0

  func initModule() async throws(Errno) {
    printk("expb: expa_func(41) = \(try call(Expa.function, 41))\n")
    if result < 0 { throw Errno(rawValue: -result) }
  }
  func cleanupModule() async { printk("expb: bye\n") }
}

/// The recorded module symget, which asks for expa's functions while it runs.
final class Symget: Module {
  static var parameters: [ModuleParameter] {
    [
      .callback(
        "cmd", set: { (module: Symget, text) async throws(Errno) in try module.obey(text ?? "") },
        permissions: 0o200)
    ]
  }

  private func obey(_ word: String) throws(Errno) {
    if sysfsStreq(word, "getgpl") { return try get(Expa.gplOnly) }
    if sysfsStreq(word, "get") { return try get(Expa.function) }
    if sysfsStreq(word, "putgpl") { return symbolPut("expa_gpl") }
    if sysfsStreq(word, "put") { return symbolPut("expa_func") }
    throw .EINVAL
  }

  private func get(_ symbol: ExportedSymbol<Int, Int>) throws(Errno) {
    let pointer = symbolGet(symbol)
    var result = -1
    if let pointer { result = try call(pointer, 1) }
    let name = symbolName(of: pointer)
    printk("symget: symbol_get(\(symbol.name)) = \(name), call: \(result)\n")
    if pointer == nil { throw .ENOENT }
  }
}

/// The recorded module nosym.
final class Nosym: Module {
  static var imports: [ModuleImport] { [.named("nor_this"), .named("nobody_exports_this")] }
}

/// The recorded module gpluser.
final class Gpluser: Module {
  static var imports: [ModuleImport] { [.named("queue_work_on"), .named("schedule_hrtimeout")] }
  static var license: String { "Dual BSD/GPL" }
  func initModule() async throws(Errno) { printk("gpluser: \(symbolName("queue_work_on"))\n") }
}

/// A module that can do without a function of expa.
final class Weak: Module {
  static var imports: [ModuleImport] { [.symbol(Expa.function).weak] }
  static var license: String { "Proprietary" }
}

/// Another module with a function of expa's name.
final class Expx: Module {
  static var exports: [ModuleExport] { [.symbol(Expa.function) { (_: Expx) in { $0 + 100 } }] }
}

extension Bench {
  /// Loads a file as the command `insmod` does; what it holds can be changed before.
  @discardableResult
  func insert(
    _ type: any Module.Type, _ arguments: String = "", flags: LoadFlags = [],
    _ change: (inout ModuleFile) -> Void = { _ in }
  ) throws -> Errno? {
    var file = ModuleFile("\(ModuleFile.name(of: type)).ko", type)
    change(&file)
    let changed = file
    return try errno { system async throws(Errno) in
      try await system.initModule(file: changed, arguments: arguments, flags: flags)
    }
  }

  /// Writes to the file of a parameter.
  func write(_ text: String, to name: String, of module: String) throws -> Errno? {
    try errno { system async throws(Errno) in
      try await system.call(.sysWrite) { () async throws(Trap) in
        let kernel = system.kernel
        guard let record = kernel.findModule(module),
          let file = kernel.parameterFiles(of: record).first(where: { $0.parameter.name == name })
        else { throw .errno(.ENOENT) }
        _ = try await kernel.store(Array(text.utf8), in: file, of: record)
      }
    }
  }

  /// What the file of a parameter shows.
  func shown(_ name: String, of module: String) throws -> String? {
    var text: String?
    try run { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in
        let kernel = system.kernel
        guard let record = kernel.findModule(module),
          let file = kernel.parameterFiles(of: record).first(where: { $0.parameter.name == name })
        else { throw .errno(.ENOENT) }
        text = String(decoding: try await kernel.show(file, of: record), as: UTF8.self)
      }
    }
    return text
  }
}
