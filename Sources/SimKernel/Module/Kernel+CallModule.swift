/// Calls through a function pointer: the fetch of the code, the body, and the return, each of which
/// can fault.
extension Kernel {
  /// Enters a function of a module: the call pushes, then its first byte is fetched.
  func enter(_ address: Address, arguments: [UInt64] = []) throws(Trap) -> ModuleFunction {
    guard isCanonical(address) else { throw fault(.generalProtection(address)) }
    guard memory.load8(address) != nil else {
      throw jumped(to: address, arguments, .page(address, .execute))
    }
    guard let function = functions[address] else {
      throw jumped(to: address, arguments, .invalidOpcode)
    }
    current.stack.enter(Code(function), arguments: arguments)
    noteWrite(.moduleState(function.module.address))
    record(
      .entered(
        function: function.name, module: function.module.name, address: address.rawValue))
    return function
  }

  /// The fault of a jump that has happened: the caller's return address is on the stack already.
  private func jumped(to address: Address, _ arguments: [UInt64], _ cause: Fault.Cause) -> Trap {
    processor.registers.record(address.rawValue)
    current.stack.pushCall(arguments: arguments)
    return fault(cause, at: address)
  }

  /// Leaves a function of a module: its `ret` has to be fetched, and must still be the one that was
  /// meant.
  func leave(_ function: ModuleFunction) throws(Trap) {
    try checkText(at: function.returnInstruction, of: function)
    record(.returned(function: function.name, module: function.module.name))
    current.stack.leave()
    tellWaiter(of: function.module)
  }

  /// Faults where the code that a process is about to go on with is no longer there.
  func checkText(at instruction: Address, of function: ModuleFunction) throws(Trap) {
    guard memory.load8(instruction) != nil else {
      throw fault(.page(instruction, .execute), at: instruction)
    }
    guard functions[function.address] === function else {
      throw fault(.invalidOpcode, at: instruction)
    }
  }

  /// What becomes of a function that was called with arguments of other types: it follows a pointer
  /// that is none.
  func wrongArguments(_ function: ModuleFunction) -> Trap {
    fault(.page(Address(0x18), .read), at: Code(function).instruction(1))
  }

  /// Calls a module's function in process context, after ``enter(_:arguments:)``: the body, then
  /// the return.
  func call<Value>(
    _ function: ModuleFunction, _ body: () async throws(Errno) -> Value
  ) async throws(Trap) -> Value {
    let depth = current.stack.depth
    if isExplored { await step("\(function.name): called, before its first statement") }
    noteWrite(.moduleState(function.module.address))
    let outcome: Result<Value, Errno>
    do throws(Errno) { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    current.stack.unwind(to: depth)
    try await settle()
    if let death = current.takePendingDeath() { throw .fault(death) }
    if isTornDown { throw .errno(.machineIsGone) }
    noteWrite(.moduleState(function.module.address))
    if isExplored { await step("\(function.name): before it returns") }
    try leave(function)
    switch outcome {
    case .success(let value): return value
    case .failure(let errno): throw .errno(errno)
    }
  }
}
