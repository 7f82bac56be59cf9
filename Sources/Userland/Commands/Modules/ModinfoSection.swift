internal import SimKernel

/// What the object file of a module says of it.
///
/// C: the section `.modinfo`.
struct ModinfoSection {
  let path: String
  let license: String
  let info: ModuleInfo
  let parameters: [ModuleParameter]
  /// The fields that the build adds, each with its text.
  private let build: [(field: String, text: String)]

  init(_ path: String, _ type: any Module.Type, needs: [String], on system: SystemCalls) {
    self.path = path
    license = type.license
    info = type.modinfo
    parameters = type.parameters
    let magic = ("vermagic", system.kernel.vermagic.text)
    let depends = ("depends", needs.joined(separator: ","))
    // 6.1 is built with return thunks, and names the module in its file.
    let isNamed = system.kernel.version.architecture == .x86_64
    let more = [("retpoline", "Y")] + (type.isInTree ? [("intree", "Y")] : [])
    let named = isNamed ? more + [("name", ModuleTool.name(path))] : []
    build = [depends] + named + [magic]
  }

  /// What the module's own macros say, in the order of most files.
  private var fields: [(field: String, text: String)] {
    var fields: [(String, String)] = []
    if !info.version.isEmpty { fields.append(("version", info.version)) }
    if !license.isEmpty { fields.append(("license", license)) }
    if !info.description.isEmpty { fields.append(("description", info.description)) }
    return fields + info.authors.map { ("author", $0) } + info.aliases.map { ("alias", $0) }
  }

  /// The field that an option asks for; nil for all of them.
  private func field(_ options: Options) -> String? {
    if let field = options.value("F") { return field }
    let names: [Character: String] = [
      "a": "author", "d": "description", "l": "license", "n": "filename", "p": "parm",
    ]
    return options.given.last.flatMap { names[$0.letter] }
  }

  /// The lines of module-init-tools and of kmod.
  func lines(_ options: Options, _ tools: ToolSet) -> [String] {
    // Either reads the parameters into a list, and puts each in front.
    let parms = parameters.reversed().map { ("parm", tools.text(of: $0)) }
    let all = [("filename", path)] + fields + build + parms
    if let field = field(options) { return all.filter { $0.0 == field }.map(\.1) }
    return all.map { "\($0.0):".padded(16) + $0.1 }
  }

  /// The lines of modutils; only 2.4.16 knows licences.
  func modutilsLines(_ options: Options, _ tools: ToolSet) -> [String] {
    var all = [
      ("filename", path), ("description", Self.quoted(info.description)),
      ("author", Self.quoted(info.authors.last ?? "")),
    ]
    if tools.modules == .modutils24 { all.append(("license", Self.quoted(license))) }
    let parms = parameters.compactMap(Self.modutilsLine).map { ("parm", $0) }
    let field = field(options)
    let shown = (all + parms).filter { field == nil || $0.0 == field }
    let isBare = field != nil && field != "parm"
    return shown.map { isBare ? $0.1 : "\($0.0):".padded(13) + $0.1 }
  }

  private static func quoted(_ text: String) -> String { text.isEmpty ? "<none>" : "\"\(text)\"" }

  /// `count int, description "how many"`, `arr int array (min = 2, max = 4)`.
  private static func modutilsLine(_ parameter: ModuleParameter) -> String? {
    guard let form = parameter.modutilsForm else { return nil }
    let numbers = form.prefix { $0.isNumber || $0 == "-" }.split(separator: "-")
    let names: [Character: String] = [
      "b": "byte", "h": "short", "i": "int", "l": "long", "s": "string", "c": "char",
    ]
    let letter = form.first { $0.isLetter }.flatMap { names[$0] } ?? ""
    var text = "\(parameter.name) \(letter)"
    if let first = numbers.first, let last = numbers.last {
      text += " array (min = \(first), max = \(last))"
    }
    return parameter.summary.isEmpty
      ? text : text + ", description \"\(parameter.summary)\""
  }
}

extension ToolSet {
  /// `count:how many (int)`.
  fileprivate func text(of parameter: ModuleParameter) -> String {
    let type = parameter.typeName
    if parameter.summary.isEmpty {
      return modules == .kmod
        ? "\(parameter.name): (\(type ?? ""))" : "\(parameter.name):\(type ?? "")"
    }
    return "\(parameter.name):\(parameter.summary)" + (type.map { " (\($0))" } ?? "")
  }
}
