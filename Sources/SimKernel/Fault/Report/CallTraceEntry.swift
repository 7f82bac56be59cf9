/// One line of a call trace.
enum CallTraceEntry: Hashable, Sendable {
  /// One of the stacks that a processor of x86_64 has.
  enum Stack: String, Hashable, Sendable {
    /// The process's own.
    case task = "TASK"
    /// That of interrupts, soft ones too.
    case interrupt = "IRQ"
  }

  /// What follows lies on this stack.
  case begin(Stack)
  /// The stack has no more.
  case end(Stack)
  /// A word that points into code. An unreliable one lies on the stack, but no chain of calls that
  /// can be proved leads there.
  case frame(CodeLocation, isReliable: Bool = true)
  /// The registers that an exception or a system call has saved there.
  case registers(RegisterDump)

  /// The address, for the generations that print nothing else.
  var address: UInt64? {
    if case .frame(let location, _) = self { location.address } else { nil }
  }
}
