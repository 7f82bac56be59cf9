extension ModuleParameter {
  /// A flag, which is set by its name alone, too.
  ///
  /// C: `module_param(flag, bool, 0644)`.
  public static func bool<M: Module>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Bool>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.bool, .flag(variable)))
  }

  /// A flag whose text means the opposite of what is stored.
  ///
  /// C: `module_param(flag, invbool, 0644)`.
  public static func invbool<M: Module>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Bool>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.invbool, .flag(variable)))
  }

  /// A string of up to 1,024 bytes.
  ///
  /// C: `module_param(name, charp, 0644)`.
  public static func charp<M: Module>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, String>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.charp, .text(variable)))
  }

  /// Up to `count` strings, with commas between them.
  ///
  /// C: `module_param_array(names, charp, &given, 0644)`.
  public static func charpArray<M: Module>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, [String]>, count: Int,
    given: ReferenceWritableKeyPath<M, Int>? = nil, permissions: Int = 0
  ) -> Self {
    let array = ParameterArray(maximum: count, given: given.map { .number($0) })
    return Self(name, permissions: permissions, .array(.charp, .texts(variable), array))
  }

  /// A string that is copied into an array of `capacity` bytes, with the zero at its end.
  ///
  /// C: `module_param_string(str, str, sizeof(str), 0644)`.
  public static func string<M: Module>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, String>, capacity: Int,
    permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .string(capacity: capacity, .text(variable)))
  }

  /// A parameter that two functions of the module set and show.
  ///
  /// Both run in process context; `set` may sleep. Where there is no such function, the call fails
  /// with `EPERM`.
  ///
  /// C: `module_param_cb(cmd, &ops, NULL, 0200)`.
  public static func callback<M: Module>(
    _ name: String, set: ((M, String?) async throws(Errno) -> Void)?,
    get: ((M) throws(Errno) -> String)? = nil, permissions: Int = 0
  ) -> Self {
    var setter: Setter?
    var getter: Getter?
    if let set { setter = Self.setter(set) }
    if let get { getter = Self.getter(get) }
    return Self(name, permissions: permissions, .callback(set: setter, get: getter))
  }

  private static func setter<M: Module>(
    _ set: @escaping (M, String?) async throws(Errno) -> Void
  ) -> Setter {
    { (module: any Module, text: String?) async throws(Errno) -> Void in
      guard let module = module as? M else { throw Errno.EINVAL }
      try await set(module, text)
    }
  }

  private static func getter<M: Module>(
    _ get: @escaping (M) throws(Errno) -> String
  ) -> Getter {
    { (module: any Module) throws(Errno) -> String in
      guard let module = module as? M else { throw Errno.EINVAL }
      return try get(module)
    }
  }
}

/// Whether two texts are the same but for a newline at the end of one, as `echo` writes it.
///
/// C: `sysfs_streq`.
public func sysfsStreq(_ left: String, _ right: String) -> Bool {
  func trimmed(_ text: String) -> Substring {
    text.utf8.last == 0x0a ? text.dropLast() : text[...]
  }
  return trimmed(left).utf8.elementsEqual(trimmed(right).utf8)
}
