/// Processes asleep with nobody left to wake them.
///
/// A process *can go on* if it is not asleep; if a timer is armed that will wake it; if a signal would
/// (state S, and it is no thread of the kernel's), of which more below; if it waits for a lock whose holder can go on; if it
/// waits for a thread or for work, and one of those can go on; or if somebody else may still come to
/// the code that could wake it. That code is the module's in whose memory its wait queue lies, or whose
/// function it sleeps in, that of the modules whose symbols it uses, to which it may have handed the
/// queue, and for a queue on the heap that of any module. Somebody may come there who can go on and has a
/// function of the module on his stack, or a file of it open; a registration that leads there, whoever
/// may use it; a parameter with functions of its own; another module that has a reference; and `rmmod`,
/// as long as the module is live and not in use.
///
/// Nobody is left if none of that is so. A process in state D is reported then. One in state S can always
/// be sent a signal, but whoever has to is not the one who was to wake it: it is reported as well, if no
/// process in state S can count on a signal either, and says so. A program that waits for its terminal,
/// a pipe, a child or nothing at all sleeps in no module's code, and is none of these. What could come, but never will, is not seen: who is reported
/// sleeps for ever, but not everybody who sleeps for ever is reported.
extension Kernel {
  /// Reports who sleeps and can never go on.
  func reportSleepers(_ registrations: [Registration]) {
    let withSignals = thoseWhoCanGoOn(registrations, countingSignals: true)
    let withoutSignals = thoseWhoCanGoOn(registrations, countingSignals: false)
    for process in processes.all {
      switch process.state {
      case .uninterruptible where !withSignals.contains(process.pid): reportSleeper(process)
      case .interruptible where !withoutSignals.contains(process.pid): reportSleeper(process)
      default: break
      }
    }
  }

  private func thoseWhoCanGoOn(
    _ registrations: [Registration], countingSignals: Bool
  ) -> Set<Int> {
    var canGoOn: Set<Int> = []
    var hasGrown = true
    while hasGrown {
      let more = processes.all.filter {
        let isFree = countingSignals && $0.state == .interruptible && !$0.isKernelThread
        return !canGoOn.contains($0.pid)
          && (isFree || self.canGoOn($0, with: canGoOn, registrations))
      }
      hasGrown = !more.isEmpty
      canGoOn.formUnion(more.map(\.pid))
    }
    return canGoOn
  }

  private func reportSleeper(_ process: Process) {
    let who = "\(process.name) (pid \(process.pid))"
    let place = process.sleepingIn ?? process.stack.current?.name ?? "schedule"
    let queue = queue(of: process)
    let module = queue.flatMap(moduleOwning) ?? process.stack.currentModule
    let isWokenBySignals = process.state == .interruptible && !process.isKernelThread
    let isGone = queue.map { memory.loadWord($0) == nil } ?? false
    report(
      WatchReport(
        kind: .sleeperWithoutWaker, subject: who, address: queue?.rawValue ?? 0,
        module: module?.name ?? "", jiffies: jiffies,
        problem: "\(who) sleeps in \(place), and nobody is left who could wake it"
          + (isWokenBySignals ? ", unless by a signal" : ""),
        consequence: isGone
          ? "the queue that it sleeps on was in memory that has gone"
          : module.map { "nothing that the kernel keeps leads to module `\($0.name)` any more" }
            ?? "whoever it waits for has died, or sleeps for ever, too"))
  }

  private func canGoOn(
    _ process: Process, with others: Set<Int>, _ registrations: [Registration]
  ) -> Bool {
    if process.exitStatus != nil || process.state == .dead { return false }
    if process.state == .running || isOnRunQueue(process) || hasTimeout(process) { return true }
    let locks = [devices.lock, devices.misc.lock].filter { lock in
      lock.waiters.contains { $0 === process }
    }
    if let lock = locks.first { return lock.holders.contains { others.contains($0.pid) } }
    let mutexes = [loading.mutex] + modules.map(\.parameterLock)
    if let mutex = mutexes.first(where: { $0.isAwaited(by: process) }) {
      return mutex.holder.map { others.contains($0.pid) } ?? true
    }
    if progressWaiters.contains(where: { $0 === process }) {
      return threadsAtWork.contains { $0 !== process && others.contains($0.pid) }
    }
    let queue = queue(of: process)
    if let queue, memory.loadWord(queue) == nil { return false }
    let waited = modules.first { $0.waiter === process }
    guard let module = waited ?? queue.flatMap(moduleOwning) ?? process.stack.currentModule else {
      return true
    }
    var candidates = [module] + module.dependencies
    // Nobody knows to whom a pointer to the heap was given.
    if let queue, !memory.moduleArea.contains(queue) { candidates += Array(modules) }
    return candidates.contains { mayBeReached($0, by: others, but: process, registrations) }
  }

  /// Whether somebody may still come to a module's code.
  private func mayBeReached(
    _ module: ModuleRecord, by others: Set<Int>, but process: Process,
    _ registrations: [Registration]
  ) -> Bool {
    guard !module.hasGone else { return false }
    if state(of: module) == .live, useCount(of: module) == 0 { return true }
    if !module.parameterCalls.isEmpty { return true }
    let holders = watch?.holders(of: module.address) ?? []
    if holders.contains(where: { $0.module.map { $0 !== module && !$0.hasGone } ?? false }) {
      return true
    }
    let pages = MemoryRanges(of: module)
    return registrations.contains { registration in
      guard !registration.isSleep, registration.pointer(into: pages) != nil else { return false }
      guard let other = registration.process else { return true }
      return other !== process && (other.pid == 0 || others.contains(other.pid))
    }
  }

  /// Threads with a function of a module's, and those that are at a piece of work.
  private var threadsAtWork: [Process] {
    let threads = deferred.threads.keys.sorted().compactMap { deferred.threads[$0]?.process }
    let workers = deferred.workers.filter { $0.work != nil }.map(\.process)
    return threads + workers + [deferred.context.process].compactMap(\.self)
  }

  /// The module in whose memory an address lies, or that allocated it.
  private func moduleOwning(_ address: Address) -> ModuleRecord? {
    if memory.moduleArea.contains(address) { return modules.containing(address) }
    return watch?.block(containing: address)?.module
  }
}
