extension Oops22 {
  /// In an interrupt 2.2 complains, and then ends a process that has nothing to do with it.
  ///
  /// C: `do_exit` (`kernel/exit.c`).
  static func aftermath(of scene: FaultScene) -> Aftermath {
    var text = LogText()
    if scene.isInInterrupt { text.print("Aiee, killing interrupt handler\n") }
    guard scene.victim != .idle else {
      return Aftermath(log: text.pieces, outcome: .panic("Attempted to kill the idle task!"))
    }
    return Aftermath(
      log: text.pieces, outcome: .processDies(signal: Signal.SIGSEGV),
      endsInInterrupt: scene.isInInterrupt)
  }
}
