extension LiveFlagLoader {
  /// What the atomic count holds where nobody uses the module.
  ///
  /// C: `MODULE_REF_BASE`.
  static let base: UInt32 = 1

  /// Counts a use of a module, unless it is going.
  ///
  /// Any context, interrupts included; never sleeps. C: `try_module_get`.
  ///
  /// Between the look at the state and the count, this processor cannot be taken away: whoever stops
  /// the machine waits for it. A fault leaves preemption forbidden, as it was.
  func tryGet(_ header: Address, on kernel: Kernel) throws(Trap) -> Bool {
    kernel.enter(.tryModuleGet)
    let processor = kernel.processor
    if flaw != .getsPreemptibly { processor.preemptCount += 1 }
    let state = ModuleState(rawValue: try kernel.load32(header + self.header.state))
    kernel.stepInPlace("try_module_get: after the state, before the count")
    var isTaken = state == .live || state == .coming
    if isTaken, kernel.version.configuration.unloadsModules {
      let count = try kernel.load32(cell(of: header, processor))
      isTaken = counting == .perProcessor || count != 0
      if isTaken { try kernel.store32(cell(of: header, processor), count &+ 1) }
    }
    if flaw != .getsPreemptibly { processor.preemptCount -= 1 }
    kernel.current.stack.leave()
    kernel.recordUseCount(at: header)
    return isTaken
  }

  /// Counts a use for somebody who has one already.
  ///
  /// Any context. C: `__module_get`. 2.6 has a `BUG()` for a count of zero; its line number is free.
  func get(_ header: Address, on kernel: Kernel) throws(Trap) {
    guard kernel.version.configuration.unloadsModules else { return }
    let processor = kernel.processor
    if counting == .perProcessor, try sum(header, on: kernel) == 0 {
      throw kernel.fault(.bug(file: "include/linux/module.h", line: 397))
    }
    let cell = cell(of: header, processor)
    try kernel.store32(cell, try kernel.load32(cell) &+ 1)
    kernel.recordUseCount(at: header)
  }

  /// Gives a use back; the last one wakes a remover who waits.
  ///
  /// Any context. C: `module_put`.
  ///
  /// The state is read after the count has gone down: the module must not be freed before that. With an
  /// atomic count nobody waits, and only a count that was at the bottom already is spoken of.
  func put(_ header: Address, on kernel: Kernel) throws(Trap) {
    guard kernel.version.configuration.unloadsModules else { return }
    kernel.enter(.modulePut)
    let processor = kernel.processor
    processor.preemptCount += 1
    let cell = cell(of: header, processor)
    let count = try kernel.load32(cell)
    if counting == .atomic, count == 0 {
      kernel.warn(file: "kernel/module/main.c", line: 857)
    } else {
      try kernel.store32(cell, count &- 1)
    }
    if counting == .perProcessor {
      kernel.stepInPlace("module_put: after the count, before the state")
      if try kernel.load32(header + self.header.state) != ModuleState.live.rawValue {
        wakeRemover(of: header, on: kernel)
      }
    }
    processor.preemptCount -= 1
    kernel.current.stack.leave()
    kernel.recordUseCount(at: header)
  }

  private func wakeRemover(of header: Address, on kernel: Kernel) {
    guard let waiter = kernel.modules.withHeader(at: header)?.waiter else { return }
    kernel.wakeUpProcess(waiter)
  }

  private func cell(of header: Address, _ processor: Processor) -> Address {
    header + self.header.count(of: processor.id)
  }

  /// All processors' counts together, read one after the other.
  private func sum(_ header: Address, on kernel: Kernel) throws(Trap) -> Int {
    var sum: UInt32 = 0
    for processor in countingProcessors(of: kernel) {
      sum &+= try kernel.load32(cell(of: header, processor))
    }
    return Int(Int32(bitPattern: sum))
  }

  private func countingProcessors(of kernel: Kernel) -> ArraySlice<Processor> {
    kernel.processors.prefix(counting == .perProcessor ? kernel.processors.count : 1)
  }

  /// How often a module is used, its own hold not counted: -1 while it is going, with one count for
  /// all.
  ///
  /// C: `module_refcount`.
  func useCount(of module: ModuleRecord, on kernel: Kernel) -> Int {
    var sum: UInt32 = 0
    for processor in countingProcessors(of: kernel) {
      sum &+= kernel.memory.load32(cell(of: module.address, processor)) ?? 0
    }
    return Int(Int32(bitPattern: sum)) - (counting == .atomic ? Int(Self.base) : 0)
  }

  /// Gives a new module its first use: that of its own loading.
  ///
  /// C: `module_unload_init`.
  func beginCounting(_ module: ModuleRecord, on kernel: Kernel) {
    guard kernel.version.configuration.unloadsModules else { return }
    let cell = cell(of: module.address, kernel.processor)
    _ = kernel.memory.store32(cell, counting == .atomic ? Self.base + 1 : 1)
  }
}
