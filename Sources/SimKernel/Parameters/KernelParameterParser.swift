/// The kernel's parser.
///
/// C: `parse_args`.
public struct KernelParameterParser: ParameterParser {
  /// Bytes that the kernel is ready to copy, with the zero at the end: `KMALLOC_MAX_SIZE`.
  static let longestText = 4 << 20

  /// The generation's way.
  public let rules: ParameterRules

  /// Creates the parser of a generation.
  public init(_ rules: ParameterRules) { self.rules = rules }

  /// Sets the parameters that the words name, in their order.
  public func parse(
    _ words: [String], for target: ParameterTarget, say: @escaping (KernelMessage) -> Void
  ) async throws(Errno) {
    let text = words.joined(separator: " ")
    guard text.utf8.count < Self.longestText else { throw .ENOMEM }
    var scanner = ParameterScanner(text, rules)
    var failure: Errno?
    while let argument = scanner.next() {
      if rules.stopsAtDashes, argument.name == "--", argument.value == nil {
        if let failure { throw failure }
        let rest = scanner.rest
        say(KernelMessage("\(target.name): parameters '\(rest)' after `--' ignored", .warning))
        return
      }
      guard let error = await apply(argument, to: target, say) else { continue }
      guard rules.goesOnAfterError else { throw error }
      failure = error
    }
    if let failure { throw failure }
  }

  /// Sets one, and says what was wrong with it.
  private func apply(
    _ argument: ParameterScanner.Argument, to target: ParameterTarget,
    _ say: @escaping (KernelMessage) -> Void
  ) async -> Errno? {
    let module = target.name
    var value = argument.value
    do throws(Errno) {
      try await set(argument.name, to: &value, of: target, say)
      return nil
    } catch {
      let text = value ?? ""
      switch error {
      case .ENOENT:
        say(KernelMessage("\(module): Unknown parameter `\(argument.name)'", .error))
      case .ENOSPC:
        say(
          KernelMessage("\(module): `\(text)' too large for parameter `\(argument.name)'", .error))
      default:
        say(KernelMessage("\(module): `\(text)' invalid for parameter `\(argument.name)'", .error))
      }
      return error
    }
  }

  /// C: `parse_one`.
  private func set(
    _ name: String, to value: inout String?, of target: ParameterTarget,
    _ say: @escaping (KernelMessage) -> Void
  ) async throws(Errno) {
    guard let parameter = target.parameters.first(where: { Self.isName(name, of: $0) }) else {
      return try unknown(name, of: target, say)
    }
    if value == nil, rules.refusesMissingValue, !parameter.needsNoValue { throw .EINVAL }
    let setter = ParameterSetter(rules: rules, target: target, say: say)
    try await setter.set(parameter, to: &value)
  }

  /// C: `unknown_module_param_cb` of 6.1.
  private func unknown(
    _ name: String, of target: ParameterTarget, _ say: (KernelMessage) -> Void
  ) throws(Errno) {
    if rules.refusesUnknown { throw .ENOENT }
    switch name {
    case "async_probe": break
    case "dyndbg":
      guard !rules.hasDynamicDebug else { break }
      say(
        KernelMessage(
          "dyndbg param is supported only in CONFIG_DYNAMIC_DEBUG builds", .warning))
    default:
      say(KernelMessage("\(target.name): unknown parameter '\(name)' ignored", .warning))
    }
  }

  /// Whether a typed name means a parameter: `-` in it stands for `_`.
  ///
  /// C: `parameq`.
  private static func isName(_ name: String, of parameter: ModuleParameter) -> Bool {
    let dash = UInt8(ascii: "-")
    let underscore = UInt8(ascii: "_")
    return name.utf8.lazy.map { $0 == dash ? underscore : $0 }
      .elementsEqual(parameter.name.utf8.lazy.map { $0 == dash ? underscore : $0 })
  }
}

extension ModuleParameter {
  /// Whether its name alone is enough.
  ///
  /// C: `KERNEL_PARAM_OPS_FL_NOARG`.
  fileprivate var needsNoValue: Bool {
    guard case .value(.bool, _) = storage else { return false }
    return true
  }
}
