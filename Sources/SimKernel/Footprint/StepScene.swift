/// What a step of a process does to the processors, beside what its code does: it can shut others out, or
/// let them in.
struct StepScene {
  private let process: Process
  private let processor: Processor
  /// Whether nobody could take the processor from the process when the step began.
  private let wasHeld: Bool
  private let tookInterrupts: Bool

  /// The scene before the step.
  init(_ process: Process, _ processor: Processor, _ kernel: Kernel) {
    self.process = process
    self.processor = processor
    guard isFootprintKept else {
      (wasHeld, tookInterrupts) = (false, true)
      return
    }
    // Every step needs a machine that lives, and a processor.
    noteRead(.table(.life))
    noteRead(.table(.freeProcessors))
    noteRead(.processor(processor.id))
    wasHeld = processor.current === process && kernel.isHeld(processor)
    tookInterrupts = processor.takesInterrupts
  }

  /// Compares it with the scene after the step.
  ///
  /// To take one of several free processors shuts nobody out; to take the last one does.
  func noteEnd(_ kernel: Kernel) {
    guard isFootprintKept else { return }
    if !tookInterrupts || !processor.takesInterrupts { noteWrite(.processor(processor.id)) }
    let isHeld = processor.current === process && kernel.isHeld(processor)
    guard isHeld != wasHeld else { return }
    noteWrite(.hold(processor.id))
    let others = kernel.processors.count { $0 !== processor && !kernel.isHeld($0) }
    if others == 0 { noteWrite(.table(.freeProcessors)) }
  }
}

extension Kernel {
  /// Whether whoever has a processor keeps it until he gives it up.
  func isHeld(_ processor: Processor) -> Bool {
    if processor.current === processor.idle { return false }
    switch position(of: processor) {
    case .relinquished: return false
    case .kernel: return !mode.isPreemptible
    case .atomic, .interruptsOff, .interrupt: return true
    }
  }
}
