/// What an oops prints, put together from a fault.
extension Kernel {
  /// The report of a fault, which is counted.
  func report(_ fault: Fault, depth: Int) -> OopsReport {
    let state = fault.state
    var report = OopsReport(
      cause: fault.reportedCause, number: faults.count, depth: depth,
      context: state.context, registers: state.registers, stack: state.stack,
      trace: state.trace)
    if case .page(let address, _) = fault.cause { report.pageTable = pageTable(of: address) }
    report.pageDirectory = state.pageDirectory
    if wordBytes == 8 {
      var address: Address?
      if case .page(let touched, _) = fault.cause { address = touched }
      report.control = controlRegisters(state, faultingAt: address)
      report.summary = faults.first.map { .init(registers: $0, control: report.control) }
    }
    if faults.first == nil { faults.first = state.registers }
    return report
  }

  /// Where the page directory of a process lies, in physical memory.
  func pageDirectory(of process: Process) -> UInt64 {
    process.pid == 0 ? 0x0010_1000 : (process.stack.base.rawValue & 0x0fff_f000) &- 0x1000
  }

  /// What cannot be read for the dump leaves its address behind.
  func controlRegisters(
    _ state: ProcessorState, faultingAt address: Address?
  ) -> ControlRegisters {
    let dumped = state.registers.location.address &- 42
    let isReadable = state.registers.code?.bytes(at: dumped, count: 64) != nil
    return ControlRegisters(
      fs: 0, gs: 0xffff_8880_1f60_0000 &+ UInt64(state.context.processor) * 0x10_0000,
      cr0: 0x8005_0033,
      cr2: isReadable ? address?.rawValue ?? 0 : dumped, cr3: state.pageDirectory,
      cr4: 0x37_0ef0)
  }
}

extension Fault {
  /// The cause as a report knows it.
  var reportedCause: OopsCause {
    switch cause {
    case .page(let address, let access):
      let kind: OopsCause.Access =
        switch access {
        case .read: .read
        case .write: .write
        case .execute: .execute
        }
      return .page(address: address.rawValue, access: kind)
    case .invalidOpcode: return .invalidOpcode
    case .bug(let file, let line): return .bug(file: file, line: line)
    case .divideError: return .divideError
    case .generalProtection(let address): return .generalProtection(address: address.rawValue)
    }
  }
}
