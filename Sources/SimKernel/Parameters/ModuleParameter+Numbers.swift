extension ModuleParameter {
  /// An `int` of 32 bits.
  ///
  /// C: `module_param(count, int, 0644)`.
  public static func int<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Value>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.int, .number(variable)))
  }

  /// An `unsigned int` of 32 bits.
  ///
  /// C: `module_param(count, uint, 0644)`.
  public static func uint<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Value>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.uint, .number(variable)))
  }

  /// A `short` of 16 bits.
  ///
  /// C: `module_param(sh, short, 0644)`.
  public static func short<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Value>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.short, .number(variable)))
  }

  /// An `unsigned short` of 16 bits.
  ///
  /// C: `module_param(sh, ushort, 0644)`.
  public static func ushort<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Value>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.ushort, .number(variable)))
  }

  /// An `unsigned char`.
  ///
  /// C: `module_param(by, byte, 0644)`.
  public static func byte<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Value>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.byte, .number(variable)))
  }

  /// A `long`: 32 bits on i386, 64 on x86_64.
  ///
  /// C: `module_param(lg, long, 0644)`.
  public static func long<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Value>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.long, .number(variable)))
  }

  /// An `unsigned long`: 32 bits on i386, 64 on x86_64.
  ///
  /// C: `module_param(lg, ulong, 0644)`.
  public static func ulong<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, Value>, permissions: Int = 0
  ) -> Self {
    Self(name, permissions: permissions, .value(.ulong, .number(variable)))
  }

  /// Up to `count` numbers, with commas between them; `given` is set to how many there were.
  ///
  /// C: `module_param_array(arr, int, &given, 0644)`.
  public static func intArray<M: Module, Value: FixedWidthInteger>(
    _ name: String, _ variable: ReferenceWritableKeyPath<M, [Value]>, count: Int,
    given: ReferenceWritableKeyPath<M, Int>? = nil, permissions: Int = 0
  ) -> Self {
    let array = ParameterArray(maximum: count, given: given.map { .number($0) })
    return Self(name, permissions: permissions, .array(.int, .numbers(variable), array))
  }
}
