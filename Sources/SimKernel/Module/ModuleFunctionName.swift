/// A function in the text of a module, by its C name: where it lies follows from the order of the list
/// in ``Module/functions``.
///
/// A module needs no such list; its functions then lie in the order in which the kernel is told of them.
/// It matters to whoever looks at addresses: a stale pointer calls what lies there now.
public struct ModuleFunctionName: Sendable {
  /// The sections that a C compiler puts functions into, in the order in which they are linked.
  enum Section: Int, Sendable {
    /// `.text`.
    case text
    /// `.exit.text`.
    case exit
    /// `.text.unlikely`: functions that always end in something exceptional.
    case cold
    /// `.data`, `.bss`, and variables that are not `static`.
    case data, bss, global

    /// What `/proc/kallsyms` shows: the section's letter.
    var letter: String {
      switch self {
      case .text, .exit, .cold: "t"
      case .data, .global: "d"
      case .bss: "b"
      }
    }
  }

  let name: String
  let section: Section
  /// What it does, for a function that the kernel is never told of and that a stale pointer can call.
  let body: (@Sendable (any Module) -> ModuleFunction.Body)?

  /// A function.
  public static func text(_ name: String) -> ModuleFunctionName {
    ModuleFunctionName(name: name, section: .text, body: nil)
  }

  /// A function that takes one pointer, or whatever else lies in the register of a first argument, and
  /// that nobody calls but by a stale pointer.
  public static func text<M: Module>(
    _ name: String, _ body: @escaping @Sendable (M, Address) -> Void
  ) -> ModuleFunctionName {
    // The class is only compared with.
    nonisolated(unsafe) let type = M.self
    return ModuleFunctionName(name: name, section: .text) { module in
      .argument { argument in call(body, type, module, Address(argument)) }
    }
  }

  private static func call<M: Module>(
    _ body: (M, Address) -> Void, _ type: M.Type, _ module: any Module, _ argument: Address
  ) {
    if let module = module as? M { body(module, argument) }
  }

  /// A function marked `__exit`.
  public static func exit(_ name: String) -> ModuleFunctionName {
    ModuleFunctionName(name: name, section: .exit, body: nil)
  }

  /// A function that the compiler takes for cold: it always ends in a stack dump, or the like.
  public static func cold(_ name: String) -> ModuleFunctionName {
    ModuleFunctionName(name: name, section: .cold, body: nil)
  }
}

extension ModuleFunctionName {
  /// A `static` variable with a value.
  public static func data(_ name: String) -> ModuleFunctionName {
    ModuleFunctionName(name: name, section: .data, body: nil)
  }

  /// A `static` variable that is 0 at first.
  public static func bss(_ name: String) -> ModuleFunctionName {
    ModuleFunctionName(name: name, section: .bss, body: nil)
  }

  /// A variable that other files of the module could use.
  public static func global(_ name: String) -> ModuleFunctionName {
    ModuleFunctionName(name: name, section: .global, body: nil)
  }
}

extension Kernel {
  /// Gives the functions that a module lists their places, in the order in which they are linked.
  func layOutFunctions(of module: ModuleRecord, _ instance: any Module) {
    let names = type(of: instance).functions
    for section in [ModuleFunctionName.Section.text, .exit, .cold] {
      for function in names where function.section == section {
        guard module.places[function.name] == nil else { continue }
        let size = MachineCode.size(of: function.name)
        let address = textAddress(bytes: size, in: module)
        memory.write(MachineCode.bytes(of: function.name, size: size), at: address)
        module.places[function.name] = address
        if let body = function.body { _ = place(function.name, body(instance), in: module) }
      }
    }
    for variable in names where [.data, .bss, .global].contains(variable.section) {
      module.places[variable.name] = module.allocateData(8, alignment: 8)
    }
  }

  /// The symbols of a module that lists its own, in the order of its source, what is not `static` last;
  /// none for one that lists nothing.
  ///
  /// C: a module's part of `/proc/kallsyms`.
  func listedSymbols(of module: ModuleRecord) -> [(letter: String, symbol: SymbolEntry)] {
    guard let instance = module.instance else { return [] }
    let type = type(of: instance)
    let exported = Set(module.exports.map(\.name))
    var symbols: [(letter: String, symbol: SymbolEntry)] = []
    var visible: [(letter: String, symbol: SymbolEntry)] = []
    for name in type.functions {
      let entry = SymbolEntry(name.name, at: module.places[name.name] ?? .null)
      if exported.contains(name.name) {
        visible.append((name.section.letter.uppercased(), entry))
      } else if name.section == .global {
        visible.append((name.section.letter, entry))
      } else {
        symbols.append((name.section.letter, entry))
      }
    }
    if !symbols.isEmpty, let exit = module.places[type.cleanupModuleName] {
      symbols.append(("t", SymbolEntry("cleanup_module", at: exit)))
    }
    return symbols + visible
  }
}
