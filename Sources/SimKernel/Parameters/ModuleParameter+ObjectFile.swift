/// What a module's object file says of a parameter.
extension ModuleParameter {
  /// The name of its type: `int`, `array of charp`; nil for a callback, of which the file says none.
  ///
  /// C: `parmtype=` in `.modinfo` (from 2.6 on).
  public var typeName: String? {
    switch storage {
    case .value(let element, _): element.typeName
    case .array(let element, _, _): "array of \(element.typeName)"
    case .string: "string"
    case .callback: nil
    }
  }

  /// What the macro of 2.2 and 2.4 says: `i`, `1-4i`, `c8`; nil for one that they cannot have.
  ///
  /// C: `parm_NAME=` in `.modinfo` (2.2 and 2.4).
  public var modutilsForm: String? { ModutilsForm(self)?.text }
}

extension ParameterElement {
  /// The word that `module_param` is given.
  fileprivate var typeName: String {
    switch self {
    case .byte: "byte"
    case .short: "short"
    case .ushort: "ushort"
    case .int: "int"
    case .uint: "uint"
    case .long: "long"
    case .ulong: "ulong"
    case .bool: "bool"
    case .invbool: "invbool"
    case .charp: "charp"
    }
  }
}
