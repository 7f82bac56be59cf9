extension LiveFlagLoader {
  /// Decides whether a module goes, in one of the wrong ways.
  ///
  /// - Returns: Nil where what is wrong is not here.
  func stop(
    _ module: ModuleRecord, _ flags: RemovalFlags, with flaw: RemovalFlaw, on kernel: Kernel
  ) async throws(Trap) -> Bool? {
    switch flaw {
    case .sumsThenSets:
      let isUsed = kernel.useCount(of: module) != 0
      await kernel.step("B1: nobody uses it, before it is going")
      return decide(module, isUsed: isUsed, flags, on: kernel)
    case .sumsCellByCell:
      let isUsed = try await sumCellByCell(module, on: kernel) != 0
      return try await kernel.stopMachine { () throws(Trap) in
        decide(module, isUsed: isUsed, flags, on: kernel)
      }
    case .goesBeforeLooking:
      setState(.going, of: module, on: kernel)
      await kernel.step("B4: going, before it is known whether anybody uses it")
      let isUsed = kernel.useCount(of: module) != 0
      let isGoing = decide(module, isUsed: isUsed, flags, on: kernel)
      if !isGoing { setState(.live, of: module, on: kernel) }
      return isGoing
    case .getsPreemptibly, .freesAtOnce: return nil
    }
  }

  private func decide(
    _ module: ModuleRecord, isUsed: Bool, _ flags: RemovalFlags, on kernel: Kernel
  ) -> Bool {
    if isUsed, flags.contains(.nonBlocking) { return false }
    module.waiter = kernel.current
    setState(.going, of: module, on: kernel)
    return true
  }

  private func sumCellByCell(_ module: ModuleRecord, on kernel: Kernel) async throws(Trap) -> UInt32
  {
    var sum: UInt32 = 0
    for processor in kernel.processors {
      sum &+= try kernel.load32(module.address + header.count(of: processor.id))
      await kernel.step("B3: after the count of one processor, before the next")
    }
    return sum
  }
}
