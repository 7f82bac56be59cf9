/// What no module should do, for those that are to show what comes of it.
///
/// In process context the process that does it dies at its next chance, and nothing that the module
/// calls until then has any effect; in an interrupt the machine stops.
extension Module {
  /// Writes a word through a pointer, wherever that points.
  ///
  /// Any context. C: `*(unsigned long *)address = value`.
  public func store(_ value: UInt64, at address: Address) {
    guard let calls = KernelCalls(self) else { return }
    _ = calls.now { () throws(Trap) in
      try calls.kernel.storeWord(calls.kernel.version.architecture.wrapped(address), value)
    }
  }

  /// Reads a word through a pointer, wherever that points.
  ///
  /// Any context. C: `*(unsigned long *)address`.
  /// - Returns: The word; 0 where the process has died of it.
  @discardableResult
  public func load(at address: Address) -> UInt64 {
    guard let calls = KernelCalls(self) else { return 0 }
    let result = calls.now { () throws(Trap) in
      try calls.kernel.loadWord(calls.kernel.version.architecture.wrapped(address))
    }
    guard case .success(let word) = result else { return 0 }
    return word
  }

  /// Calls the function at an address, wherever that is.
  ///
  /// Any context. C: `((void (*)(void))address)()`.
  public func callFunction(at address: Address) {
    guard let calls = KernelCalls(self) else { return }
    _ = calls.now { () throws(Trap) in
      try calls.kernel.callHandler(calls.kernel.version.architecture.wrapped(address))
    }
  }

  /// Divides as the processor does: by zero it refuses, and so it does where the quotient has no
  /// room.
  ///
  /// Any context. C: `number / divisor`.
  /// - Returns: The quotient; 0 where the process has died of it.
  public func divide(_ number: Int, by divisor: Int) -> Int {
    guard let calls = KernelCalls(self) else { return 0 }
    let result = calls.now { () throws(Trap) in
      let (quotient, isRefused) = number.dividedReportingOverflow(by: divisor)
      if isRefused { throw calls.kernel.fault(.divideError) }
      return quotient
    }
    guard case .success(let quotient) = result else { return 0 }
    return quotient
  }

  /// Stops where something cannot be.
  ///
  /// Any context. C: `BUG()`.
  /// - Parameters:
  ///   - file: What is printed as the source file; the name of the Swift file, unless it is given.
  ///   - line: What is printed as the line.
  public func bug(file: String = #fileID, line: Int = #line) {
    guard let calls = KernelCalls(self) else { return }
    _ = calls.now { () throws(Trap) in
      throw calls.kernel.fault(.bug(file: sourceName(file), line: line))
    }
  }

  /// Says, with all that is known, that something is not as it should be, and goes on.
  ///
  /// Any context. C: `WARN_ON(condition)` (from 2.6 on); 6.1 is tainted by it.
  /// - Returns: The condition.
  @discardableResult
  public func warnOn(_ condition: Bool, file: String = #fileID, line: Int = #line) -> Bool {
    guard condition, let calls = KernelCalls(self) else { return condition }
    if !calls.kernel.warn(file: sourceName(file), line: line) { calls.kernel.refuse("WARN_ON") }
    return condition
  }

  /// Prints who called whom.
  ///
  /// Any context. C: `dump_stack` (from 2.4 on).
  ///
  /// - Parameter isTailCall: Whether the caller has nothing left to do. A C compiler jumps there, and
  ///   the caller does not stand in the trace.
  public func dumpStack(isTailCall: Bool = false) {
    guard let calls = KernelCalls(self) else { return }
    var isKnown = true
    if isTailCall {
      calls.kernel.current.stack.jump { isKnown = calls.kernel.dumpStack() }
    } else {
      isKnown = calls.kernel.dumpStack()
    }
    if !isKnown { calls.kernel.refuse("dump_stack") }
  }

  /// Calls a function of the module's own, which then stands in every trace: in Swift one calls
  /// another unseen.
  ///
  /// Any context. C: a `static noinline` function.
  /// - Parameters:
  ///   - name: Its name.
  ///   - body: What it does; it cannot sleep.
  public func subroutine(_ name: String, _ body: () -> Void) {
    guard let calls = KernelCalls(self) else { return }
    let kernel = calls.kernel
    let stack = kernel.current.stack
    let depth = stack.depth
    let function =
      calls.module.functions.first { $0.name == name }
      ?? kernel.place(name, .routine({}), in: calls.module)
    stack.enter(Code(function))
    body()
    stack.unwind(to: depth)
  }

  /// The last part of what the compiler calls a file.
  private func sourceName(_ file: String) -> String {
    guard file.hasSuffix(".swift"), let slash = file.lastIndex(of: "/") else { return file }
    return String(file[file.index(after: slash)...])
  }
}
