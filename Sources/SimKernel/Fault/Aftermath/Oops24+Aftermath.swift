extension Oops24 {
  /// C: `do_exit` (`kernel/exit.c`).
  static func aftermath(of scene: FaultScene) -> Aftermath {
    if scene.isInInterrupt {
      return Aftermath(outcome: .panic("Aiee, killing interrupt handler!"))
    }
    return switch scene.victim {
    case .idle: Aftermath(outcome: .panic("Attempted to kill the idle task!"))
    case .initial: Aftermath(outcome: .panic("Attempted to kill init!"))
    case .other: Aftermath(outcome: .processDies(signal: Signal.SIGSEGV))
    }
  }
}
