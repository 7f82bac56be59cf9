/// Sets a module's parameters from what was typed behind its name.
///
/// Two programs have done this: `insmod` itself (2.2, 2.4), which writes into the object file's
/// data before the kernel sees it, and the kernel (since 2.5).
public protocol ParameterParser {
  /// Sets the parameters that the words name, in their order. Process context; may sleep.
  ///
  /// - Parameters:
  ///   - words: What was typed, one word each; the kernel gets them in one, with blanks between.
  ///   - target: The module, its name and its parameters.
  ///   - say: Where messages go: the terminal for `insmod`'s, the log for the kernel's.
  /// - Throws: The errno of what was wrong. What was set before it stays set.
  func parse(
    _ words: [String], for target: ParameterTarget, say: @escaping (KernelMessage) -> Void
  ) async throws(Errno)
}

/// Whose parameters are set.
public struct ParameterTarget {
  /// The object whose variables they are.
  public let module: any Module
  /// The module's name, as messages show it.
  public let name: String
  /// Its parameters.
  public let parameters: [ModuleParameter]

  /// Calls the function that sets a parameter, by the parameter's name and the text behind the `=`.
  typealias SetterCall = (String, String?) async throws(Errno) -> Void
  /// How a function of the module is called; nil where the module is on no machine.
  let callSetter: SetterCall?

  /// Creates a target.
  public init(_ module: any Module, named name: String, _ parameters: [ModuleParameter]) {
    self.module = module
    self.name = name
    self.parameters = parameters
    callSetter = nil
  }

  /// Creates a target whose functions are called by the machine.
  init(
    _ module: any Module, named name: String, _ parameters: [ModuleParameter],
    callSetter: @escaping SetterCall
  ) {
    self.module = module
    self.name = name
    self.parameters = parameters
    self.callSetter = callSetter
  }
}
