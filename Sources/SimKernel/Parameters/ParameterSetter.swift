/// Gives parameters the values that their texts mean, as the kernel does.
///
/// C: `param_set_int`, `param_array_set` and their like. Process context; a callback may sleep.
struct ParameterSetter {
  /// The generation's way.
  let rules: ParameterRules
  /// Whose parameters they are.
  let target: ParameterTarget
  /// Where messages go.
  let say: (KernelMessage) -> Void

  private var module: any Module { target.module }

  /// Sets one.
  ///
  /// - Parameters:
  ///   - parameter: The one to set.
  ///   - text: What stood behind the `=`; nil where there was none. An array's setter ends it at the
  ///     first comma, and a message that comes later shows what is left.
  /// - Throws: `EINVAL`, `ERANGE`, `ENOSPC`, `EPERM`, or what a callback throws.
  func set(_ parameter: ModuleParameter, to text: inout String?) async throws(Errno) {
    switch parameter.storage {
    case .value(let element, let cell):
      cell.store(module, 0, try value(text, of: element, named: parameter.name))
    case .array(let element, let cell, let array):
      try setArray(parameter.name, element, cell, array, to: &text)
    case .string(let capacity, let cell):
      try setString(parameter.name, capacity, cell, to: text)
    case .callback(let set, _):
      guard let set else { throw .EPERM }
      if let callSetter = target.callSetter {
        try await callSetter(parameter.name, text)
      } else {
        try await set(module, text)
      }
    }
  }

  private func value(
    _ text: String?, of element: ParameterElement, named name: String
  ) throws(Errno) -> ParameterValue {
    switch element {
    case .bool: return .flag(try flag(text))
    case .invbool: return .flag(!(try flag(text)))
    case .charp:
      guard let text else {
        say(KernelMessage("\(name): string parameter expected", .error))
        throw .EINVAL
      }
      guard text.utf8.count <= 1024 else {
        say(KernelMessage("\(name): string parameter too long", .error))
        throw .ENOSPC
      }
      return .text(text)
    default:
      guard let text, let range = element.range(wordBits: rules.wordBits) else { throw .EINVAL }
      return .number(
        rules.readsNumbersStrictly
          ? try NumberText.strict(text, in: range)
          : try NumberText.lenient(text, in: range, wordBits: rules.wordBits))
    }
  }

  /// C: `strtobool`; a name alone means yes.
  private func flag(_ text: String?) throws(Errno) -> Bool {
    let letters = Array((text ?? "1").utf8.prefix(2))
    switch letters.first {
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "1"): return true
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "0"): return false
    case UInt8(ascii: "o"), UInt8(ascii: "O"):
      guard rules.takesOnAndOff, let second = letters.dropFirst().first else { throw .EINVAL }
      switch second | 0x20 {
      case UInt8(ascii: "n"): return true
      case UInt8(ascii: "f"): return false
      default: throw .EINVAL
      }
    default: throw .EINVAL
    }
  }

  /// C: `param_array`.
  ///
  /// What was set before an error stays set, and is counted.
  private func setArray(
    _ name: String, _ element: ParameterElement, _ cell: ParameterCell, _ array: ParameterArray,
    to text: inout String?
  ) throws(Errno) {
    guard let all = text else {
      if !rules.refusesMissingValue { say(KernelMessage("\(name): expects arguments", .error)) }
      throw .EINVAL
    }
    array.given?.store(module, 0, .number(0))
    for (index, part) in all.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      guard index < array.maximum else {
        say(KernelMessage("\(name): can only take \(array.maximum) arguments", .error))
        throw .EINVAL
      }
      if index == 0 { text = String(part) }
      cell.store(module, index, try value(String(part), of: element, named: name))
      array.given?.store(module, 0, .number(Int128(index + 1)))
    }
  }

  /// C: `param_set_copystring`.
  private func setString(
    _ name: String, _ capacity: Int, _ cell: ParameterCell, to text: String?
  ) throws(Errno) {
    guard let text else {
      say(KernelMessage("\(name): missing param set value", .error))
      throw .EINVAL
    }
    guard text.utf8.count < capacity else {
      say(KernelMessage("\(name): string doesn't fit in \(capacity - 1) chars.", .error))
      throw .ENOSPC
    }
    cell.store(module, 0, .text(text))
  }
}
