/// Making sure that no other processor is in the middle of something.
extension Kernel {
  /// Runs something while no other processor does anything at all.
  ///
  /// Process context. C: `stop_machine_run` (`kernel/stop_machine.c` of 2.6).
  ///
  /// The real one binds a thread to each other processor; it runs there as soon as whoever is there can
  /// be taken off, then turns interrupts off and waits. So this waits until each of them has got to
  /// such a place, and then is one step.
  func stopMachine<Value>(_ body: () throws(Trap) -> Value) async throws(Trap) -> Value {
    enter(.stopMachineRun)
    let own = processor
    await spinPaused(until: { [unowned self] in
      processors.allSatisfy { $0 === own || canBeTakenOff($0) }
    })
    noteHolds(but: own)
    guard !isTornDown else { throw .errno(.machineIsGone) }
    processor.interruptsDisabled += 1
    let value: Value
    do throws(Trap) { value = try body() } catch {
      processor.interruptsDisabled -= 1
      throw error
    }
    processor.interruptsDisabled -= 1
    current.stack.leave()
    return value
  }

  /// Waits until every other processor has been, at least once, where it holds on to nothing.
  ///
  /// Process context. C: `synchronize_sched` of 2.6, `synchronize_rcu` of 6.1.
  func waitForGracePeriod() async {
    let own = processor
    var pending = processors.filter { $0 !== own }
    await sleepThroughGracePeriod(of: &pending)
    noteHolds(but: own)
    guard !pending.isEmpty else { return }
    await spinPaused(until: { [unowned self] in
      pending.removeAll { canBeTakenOff($0) }
      return pending.isEmpty
    })
    noteHolds(but: own)
  }

  /// Whoever enters the kernel on another processor now comes after this, and not before.
  private func noteHolds(but own: Processor) {
    for processor in processors where processor !== own { noteRead(.hold(processor.id)) }
  }

  /// Sleeps as long as RCU takes where nobody is in its way, and then until nobody is: who sleeps
  /// holds on to nothing himself, and nor does the processor on which he wakes up.
  ///
  /// C: `wait_rcu_gp`.
  private func sleepThroughGracePeriod(of pending: inout [Processor]) async {
    let ticks = version.configuration.gracePeriodTicks
    guard ticks > 0, !isInInterrupt, !isTornDown, !isPanicked else { return }
    let depth = current.stack.depth
    let end = jiffies + ticks
    current.sleepingIn = "synchronize_rcu"
    while jiffies < end || !pending.isEmpty, !isTornDown, !isPanicked {
      let left = max(1, end - jiffies)
      guard (try? await scheduleTimeout(left, .uninterruptible)) != nil else { break }
      pending.removeAll { $0 === processor || canBeTakenOff($0) }
    }
    current.stack.unwind(to: depth)
  }

  /// Whether a thread of higher rank would get this processor now.
  private func canBeTakenOff(_ processor: Processor) -> Bool {
    mode.allows(.switched, after: position(of: processor))
  }
}
