extension Oops26 {
  /// C: `die`, `do_exit` (`kernel/exit.c`).
  static func aftermath(of scene: FaultScene) -> Aftermath {
    var text = LogText()
    let outcome = outcome(of: scene, in: &text)
    return Aftermath(log: text.pieces, outcome: outcome, taintsDied: true)
  }

  private static func outcome(
    of scene: FaultScene, in text: inout LogText
  ) -> Aftermath.Outcome {
    if scene.isInInterrupt { return .panic("Fatal exception in interrupt") }
    if scene.panicsOnOops { return .panic("Fatal exception") }
    if scene.victim == .idle { return .panic("Attempted to kill the idle task!") }
    if scene.isExiting {
      text.print(ExitNote.recursive, .alert)
      return .processStays
    }
    if scene.preemptCount != 0 {
      text.print(ExitNote.preemptCount(scene.process, scene.preemptCount), .info)
    }
    if scene.victim == .initial { return .panic("Attempted to kill init!") }
    return .processDies(signal: Signal.SIGSEGV)
  }
}
