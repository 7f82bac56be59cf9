/// The places in the kernel at which something else may come between, by the machine's mode.
extension Kernel {
  /// A place in a system call; comes back when the policy lets the process go on.
  ///
  /// Process context. The place is not even put together where nobody asks for it.
  nonisolated(nonsending) func step(_ place: @autoclosure () -> String) async {
    guard isExplored else { return }
    if isInInterrupt { return stepInPlace(place()) }
    guard pausesHere(place()) else { return }
    await pause(current)
  }

  /// A place in a program, between two system calls: anybody else may have the processor now.
  nonisolated(nonsending) func stepInUserMode(_ place: @autoclosure () -> String) async {
    guard isExplored else { return }
    let process = current
    // Whoever has the big kernel lock is in the kernel, and the call is only a part of what it does there.
    process.isInUserMode = process.lockDepth == 0
    await step(place())
    process.isInUserMode = false
  }

  /// A place in code that cannot be suspended, such as an interrupt handler or a call that never
  /// sleeps: whatever comes between runs nested in it.
  ///
  /// Any context. Of two such places that are nested, the inner one has to end first.
  func stepInPlace(_ place: @autoclosure () -> String) {
    guard isExplored else { return }
    let own = processor
    var choices = unnoted { [itself] + othersChoices(own, inInterrupt: false) }
    guard choices.count > 1, pausesHere(place()) else { return }
    policy.stepEnded()
    while !isPanicked {
      let index = policy.next(among: choices, at: jiffies)
      let choice = choices[choices.indices.contains(index) ? index : 0]
      if choice == itself { return }
      performNested(choice, in: own)
      choices = [itself] + othersChoices(own, inInterrupt: false)
    }
  }

  /// The choice by which the code goes on that runs now.
  private var itself: ScheduleChoice {
    isInInterrupt ? .handler(cpu: processor.id) : .run(pid: current.pid, cpu: processor.id)
  }

  /// Waits busily: other processors go on, and interrupts come where they are let in, until the
  /// condition holds.
  ///
  /// Any context. A condition that nothing can make true any more is a lock-up.
  func spin(until condition: () -> Bool) {
    let limit = jiffies + lockUpLimit
    while !condition() {
      if isPanicked || isTornDown { return }
      guard jiffies < limit, spinOnce() else { return lockUp() }
    }
  }

  /// Lets one thing happen while code on this processor stands still; false where nothing can.
  func spinOnce() -> Bool {
    let own = processor
    var choices = unnoted { othersChoices(own, inInterrupt: true) }
    if isSliceOver, let tick = choices.last, case .tick = tick { choices = [tick] }
    guard !choices.isEmpty else { return false }
    if isExplored { policy.stepEnded() }
    let index = isExplored ? policy.next(among: choices, at: jiffies) : 0
    performNested(choices[choices.indices.contains(index) ? index : 0], in: own)
    // To look again whether the wait is over is a step, too.
    if isExplored, !isPanicked { _ = policy.next(among: [itself], at: jiffies) }
    return true
  }

  /// How long a processor may wait for something before the watchdog calls it dead: ten seconds.
  private var lockUpLimit: Int { 10 * version.hertz }

  /// Waits busily in a system call: the process keeps its processor until the condition holds.
  ///
  /// Process context.
  nonisolated(nonsending) func spinPaused(until condition: @escaping () -> Bool) async {
    if isInInterrupt { return spin(until: condition) }
    let process = current
    while !condition(), !isTornDown {
      process.goesOnWhen = condition
      await pause(process)
    }
    process.goesOnWhen = nil
  }

  private func pausesHere(_ place: String) -> Bool {
    guard !isPanicked, !isTornDown else { return false }
    return policy.pauses(
      at: ScheduleStep(
        pid: current.pid, cpu: processor.id, position: position(of: processor), place: place))
  }

  private nonisolated(nonsending) func pause(_ process: Process) async {
    process.isPaused = true
    pausedCount += 1
    await park(process)
  }

  /// What may happen while code on one processor stands still where it is.
  ///
  /// A tick in a bottom half does nothing but count: it matters only to who waits for time.
  private func othersChoices(_ own: Processor, inInterrupt: Bool) -> [ScheduleChoice] {
    own.isBusy = true
    defer { own.isBusy = false }
    var choices = self.choices()
    let isInterruptible = own.takesInterrupts && (inInterrupt || own.interruptDepth == 0)
    if isInterruptible, !choices.contains(.tick(cpu: own.id)) {
      choices.append(.tick(cpu: own.id))
    }
    // Time passes while a processor waits, whether or not anybody has asked for a tick.
    if choices.isEmpty, let other = processors.first(where: \.takesInterrupts) {
      choices.append(.tick(cpu: other.id))
    }
    return choices
  }

  private func performNested(_ choice: ScheduleChoice, in own: Processor) {
    own.isBusy = true
    perform(choice)
    if isExplored { policy.stepEnded() }
    own.isBusy = false
    processor = own
  }
}
