extension Oops61 {
  /// C: `oops_end`, `make_task_dead` (`kernel/exit.c`).
  static func aftermath(of scene: FaultScene) -> Aftermath {
    var text = LogText()
    let outcome = outcome(of: scene, in: &text)
    return Aftermath(log: text.pieces, outcome: outcome, taintsDied: true)
  }

  /// Each oops leaks what the process held; so many might make a count of references wrap.
  ///
  /// C: `kernel.oops_limit`.
  private static let oopsLimit = 10_000

  private static func outcome(
    of scene: FaultScene, in text: inout LogText
  ) -> Aftermath.Outcome {
    if scene.isInInterrupt { return .panic("Fatal exception in interrupt") }
    if scene.panicsOnOops { return .panic("Fatal exception") }
    if scene.victim == .idle { return .panic("Attempted to kill the idle task!") }
    if isLeftWithoutInterrupts(scene) {
      text.print(ExitNote.interruptsOff(scene.process), .info)
    }
    if scene.preemptCount != 0 {
      text.print(ExitNote.preemptCount(scene.process, scene.preemptCount), .info)
    }
    if scene.number >= oopsLimit {
      return .panic("Oopsed too often (kernel.oops_limit is \(oopsLimit))")
    }
    if scene.isExiting {
      text.print(ExitNote.recursive, .alert)
      return .processStays
    }
    let signal = signal(for: scene.cause)
    if scene.victim == .initial {
      return .panic("Attempted to kill init! exitcode=0x\(UInt64(signal).hex(8))")
    }
    return .processDies(signal: signal)
  }

  /// The handler of a page fault looks at the address with interrupts off, as the processor left
  /// them, and gives up without turning them on.
  ///
  /// Those of the other traps turn them on first, if they were on.
  private static func isLeftWithoutInterrupts(_ scene: FaultScene) -> Bool {
    if case .page = scene.cause { true } else { !scene.tookInterrupts }
  }

  /// A page fault ends the process by a signal of its own (`page_fault_oops`); `die` ends it by
  /// that of a broken program.
  private static func signal(for cause: OopsCause) -> Int {
    if case .page = cause { Signal.SIGKILL } else { Signal.SIGSEGV }
  }
}
