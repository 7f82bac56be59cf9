/// The way to the variable of a module that a parameter stands for.
///
/// It is made from a key path, whose class is forgotten; a module of another class has no such
/// variable, and nothing happens to it.
struct ParameterCell {
  /// Reads the element at an index; a variable that is no array has one at 0.
  let load: (any Module, Int) -> ParameterValue?
  /// Writes the element at an index.
  let store: (any Module, Int, ParameterValue) -> Void

  /// The way to a number.
  static func number<M: Module, Value: FixedWidthInteger>(
    _ path: ReferenceWritableKeyPath<M, Value>
  ) -> Self {
    Self(
      load: { module, _ in (module as? M).map { .number(Int128($0[keyPath: path])) } },
      store: { module, _, value in
        guard let module = module as? M, case .number(let number) = value else { return }
        module[keyPath: path] = Value(truncatingIfNeeded: number)
      })
  }

  /// The way to a flag.
  static func flag<M: Module>(_ path: ReferenceWritableKeyPath<M, Bool>) -> Self {
    Self(
      load: { module, _ in (module as? M).map { .flag($0[keyPath: path]) } },
      store: { module, _, value in
        guard let module = module as? M, case .flag(let flag) = value else { return }
        module[keyPath: path] = flag
      })
  }

  /// The way to a string.
  static func text<M: Module>(_ path: ReferenceWritableKeyPath<M, String>) -> Self {
    Self(
      load: { module, _ in (module as? M).map { .text($0[keyPath: path]) } },
      store: { module, _, value in
        guard let module = module as? M, case .text(let text) = value else { return }
        module[keyPath: path] = text
      })
  }

  /// The way to the numbers of an array; one that is shorter than what is written grows.
  static func numbers<M: Module, Value: FixedWidthInteger>(
    _ path: ReferenceWritableKeyPath<M, [Value]>
  ) -> Self {
    Self(
      load: { module, index in
        guard let module = module as? M else { return nil }
        let values = module[keyPath: path]
        return .number(values.indices.contains(index) ? Int128(values[index]) : 0)
      },
      store: { module, index, value in
        guard let module = module as? M, case .number(let number) = value else { return }
        module[keyPath: path].set(Value(truncatingIfNeeded: number), at: index, filler: 0)
      })
  }

  /// The way to the strings of an array; one that is shorter than what is written grows.
  static func texts<M: Module>(_ path: ReferenceWritableKeyPath<M, [String]>) -> Self {
    Self(
      load: { module, index in
        guard let module = module as? M else { return nil }
        let values = module[keyPath: path]
        return .text(values.indices.contains(index) ? values[index] : "")
      },
      store: { module, index, value in
        guard let module = module as? M, case .text(let text) = value else { return }
        module[keyPath: path].set(text, at: index, filler: "")
      })
  }
}

extension Array {
  /// Writes an element that may lie behind the end.
  fileprivate mutating func set(_ value: Element, at index: Int, filler: Element) {
    while count <= index { append(filler) }
    self[index] = value
  }
}
