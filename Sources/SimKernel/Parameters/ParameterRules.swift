/// What the kernel's handling of parameters differs in from one generation to the next.
///
/// C: `kernel/params.c`.
public struct ParameterRules: Sendable, Hashable {
  /// Bits of a `long`.
  let wordBits: Int
  /// Whether a number is read to its end and too large a one refused (`kstrtoint`), or what follows
  /// it is ignored (`simple_strtol`).
  let readsNumbersStrictly: Bool
  /// Whether `on` and `off` are flags, too.
  let takesOnAndOff: Bool
  /// Whether the parser refuses a name without a value itself, or each setter does, with its own
  /// message.
  let refusesMissingValue: Bool
  /// Whether what stands behind a bad parameter is set, too.
  let goesOnAfterError: Bool
  /// Whether a name that nobody knows is an error, or only worth a line.
  let refusesUnknown: Bool
  /// Whether a tab or a newline separates two parameters, as a blank does.
  let separatesAtAnyBlank: Bool
  /// Whether `--` ends the parameters.
  let stopsAtDashes: Bool
  /// Whether a byte is shown as a character, by `%c`.
  let showsByteAsCharacter: Bool
  /// Whether a getter ends its text with a newline itself, or `sysfs` adds one to what is not
  /// empty.
  let getterEndsLine: Bool
  /// The most that one write to a parameter's file takes, in bytes.
  let longestWrite: Int
  /// Whether the parameters of a module are locked while one is set or shown.
  ///
  /// C: `kernel_param_lock`.
  let locksModule: Bool
  /// Whether the parameter `dyndbg`, which every module has, does anything.
  ///
  /// C: `CONFIG_DYNAMIC_DEBUG`.
  var hasDynamicDebug: Bool

  /// Linux 2.6.24 on i386.
  public static let v2_6 = ParameterRules(
    wordBits: 32, readsNumbersStrictly: false, takesOnAndOff: false, refusesMissingValue: false,
    goesOnAfterError: false, refusesUnknown: true, separatesAtAnyBlank: false,
    stopsAtDashes: false, showsByteAsCharacter: true, getterEndsLine: false, longestWrite: 4095,
    locksModule: false, hasDynamicDebug: false)

  /// Linux 6.1 on x86_64, as Debian builds it.
  public static let v6_1 = ParameterRules(
    wordBits: 64, readsNumbersStrictly: true, takesOnAndOff: true, refusesMissingValue: true,
    goesOnAfterError: true, refusesUnknown: false, separatesAtAnyBlank: true,
    stopsAtDashes: true, showsByteAsCharacter: false, getterEndsLine: true, longestWrite: 4096,
    locksModule: true, hasDynamicDebug: true)

  /// The same, built with or without `CONFIG_DYNAMIC_DEBUG`.
  public func with(dynamicDebug: Bool) -> Self {
    var copy = self
    copy.hasDynamicDebug = dynamicDebug
    return copy
  }
}
