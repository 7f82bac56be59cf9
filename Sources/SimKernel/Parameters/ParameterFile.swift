/// The file of a parameter in `/sys/module/NAME/parameters`.
public struct ParameterFile {
  /// What it shows and sets.
  public let parameter: ModuleParameter
  private let rules: ParameterRules
  private let target: ParameterTarget

  /// The files that a module has: one for each parameter whose permissions are not 0.
  public static func all(of target: ParameterTarget, _ rules: ParameterRules) -> [ParameterFile] {
    target.parameters.filter { $0.permissions != 0 }.map {
      ParameterFile(parameter: $0, rules: rules, target: target)
    }
  }

  /// Whether it can be opened so.
  ///
  /// The file is root's; even root cannot read one that has no `r` at all, nor write one that has
  /// no `w`.
  ///
  /// C: `sysfs_open_file` of 2.6.24, `kernfs_fop_open` of 6.1.
  /// - Throws: `EACCES`.
  public func checkOpen(reading: Bool, writing: Bool, asRoot: Bool) throws(Errno) {
    let (readers, writers) = asRoot ? (0o444, 0o222) : (0o004, 0o002)
    if reading, parameter.permissions & readers == 0 { throw .EACCES }
    if writing, parameter.permissions & writers == 0 { throw .EACCES }
  }

  /// What reading it gives, in one piece.
  ///
  /// Process context.
  ///
  /// C: `param_attr_show`.
  /// - Throws: `EPERM` if a callback has no function for it, or what that function throws.
  public func read() throws(Errno) -> [UInt8] {
    switch parameter.storage {
    case .value(let element, let cell):
      return line(shown(cell, 0, element))
    case .string(_, let cell):
      return line(shown(cell, 0, .charp))
    case .array(let element, let cell, let array):
      let values = (0..<array.count(in: module)).map { shown(cell, $0, element) }
      let joined = Array(values.joined(separator: [UInt8(ascii: ",")]))
      return values.isEmpty ? [] : line(joined)
    case .callback(_, let get):
      guard let get else { throw .EPERM }
      return shown(try get(module))
    }
  }

  /// What reading it gives where a callback has returned a text.
  func shown(_ text: String) -> [UInt8] {
    rules.getterEndsLine ? Array(text.utf8) : line(Array(text.utf8))
  }

  private var module: any Module { target.module }

  /// Sets the parameter from what is written.
  ///
  /// Process context; a callback may sleep.
  ///
  /// C: `param_attr_store`.
  /// - Returns: How many bytes it took.
  /// - Throws: What the setter throws. Here it is not said which parameter was wrong.
  public func write(
    _ bytes: [UInt8], say: @escaping (KernelMessage) -> Void
  ) async throws(Errno) -> Int {
    guard !bytes.isEmpty else { return 0 }
    let taken = bytes.prefix(rules.longestWrite)
    var text: String? = String(decoding: taken.prefix { $0 != 0 }, as: UTF8.self)
    let setter = ParameterSetter(rules: rules, target: target, say: say)
    try await setter.set(parameter, to: &text)
    return taken.count
  }

  private func line(_ text: [UInt8]) -> [UInt8] {
    if rules.getterEndsLine { return text + [UInt8(ascii: "\n")] }
    guard !text.isEmpty else { return [] }
    // `strcat` appends at the first zero: a byte that is 0 and shown as a character.
    let end = text.firstIndex(of: 0) ?? text.count
    return text[..<end] + [UInt8(ascii: "\n")] + text[end...]
  }

  private func shown(_ cell: ParameterCell, _ index: Int, _ element: ParameterElement) -> [UInt8] {
    switch cell.load(module, index) {
    case .number(let number):
      if element == .byte, rules.showsByteAsCharacter {
        return [UInt8(truncatingIfNeeded: number)]
      }
      return Array(String(number).utf8)
    case .flag(let flag): return [UInt8(ascii: flag != (element == .invbool) ? "Y" : "N")]
    case .text(let text): return Array(text.utf8)
    case nil: return []
    }
  }
}
