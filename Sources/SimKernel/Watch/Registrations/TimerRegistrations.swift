/// Timers that are armed.
///
/// C: `struct timer_list` in its bucket.
enum TimerRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    let rules = kernel.version.timers
    return kernel.armedTimers.map { timer in
      let function = kernel.member("function", at: timer + rules.function)
      let isWork = function?.target == kernel.version.text[.delayedWorkTimer].address
      let expires = kernel.memory.loadWord(timer + rules.expires) ?? 0
      var pointers = [Registration.Pointer(member: "", target: timer)]
      var name = "timer_list `\(kernel.nameOfFunction(at: function?.target))`"
      if isWork {
        let layout = WorkLayout(kernel.version)
        let work = timer - layout.timer
        let routine = kernel.member("work.func", at: work + layout.function)
        name = "delayed_work `\(kernel.nameOfFunction(at: routine?.target))`"
        pointers += [kernel.member("wq", at: work + layout.queue), routine].compactMap(\.self)
      } else if let function {
        pointers.append(function)
      }
      return Registration(
        name: name, pointers: pointers,
        follower: kernel.version.text[.timerBH].name, time: "at jiffies \(expires)",
        isInInterrupt: true, isComing: true)
    }
  }
}

extension Kernel {
  /// Every timer that is armed, processor by processor and bucket by bucket.
  var armedTimers: [Address] {
    timerBases.filter { $0.pendingCount > 0 }.flatMap { base -> [Address] in
      guard let heads = base.heads else { return [] }
      let wheel = version.timers.wheel
      let step = wheel.headBytes(wordBytes) / UInt64(wheel.buckets)
      let buckets = (0..<UInt64(wheel.buckets)).map { heads + $0 * step }
      let others = base.collected + [base.parked].compactMap(\.self)
      return (buckets + others).flatMap { peekList($0) }
    }
  }

  /// Whether a timer is armed that will wake a process.
  ///
  /// C: `process_timeout`.
  func hasTimeout(_ process: Process) -> Bool {
    let rules = version.timers
    return armedTimers.contains { timer in
      peek(timer + rules.function) == version.text[.processTimeout].address
        && peek(timer + (rules.data ?? rules.bytes)) == process.stack.base
    }
  }
}
