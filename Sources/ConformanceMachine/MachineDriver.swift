internal import Foundation
internal import SimKernel

/// Drives a kernel on a thread of its own.
///
/// Whoever replays a recording acts between two calls of this. Were the machine on his own thread, he
/// could do nothing before a busy wait that has begun is over; here its thread stands still in the
/// middle of one, as soon as what he asked for has come, and goes on with what he asks for next. Of
/// the two threads one runs at a time.
final class MachineDriver: @unchecked Sendable {
  private let kernel: Kernel
  /// What is to come.
  private var goal = Goal.settled
  /// When it was set, in ticks since the boot.
  private var setAt = 0
  /// How many goals there have been.
  private var goals = 0
  private var isOver = false
  private var hasThread = false
  private let order = DispatchSemaphore(value: 0)
  private let answer = DispatchSemaphore(value: 0)

  /// What the driver runs the machine for.
  private enum Goal {
    /// That nobody can go on before time has passed.
    case settled
    /// A time in ticks since the boot, or before that a condition.
    case time(Int, until: () -> Bool)
  }

  init(_ kernel: Kernel) { self.kernel = kernel }

  /// Lets the machine run until nobody can go on before time has passed.
  func settle() { reach(.settled) }

  /// Lets time pass, until a condition holds.
  func pass(ticks: Int, until isDone: @escaping () -> Bool = { false }) {
    reach(.time(kernel.jiffies + ticks, until: isDone))
  }

  /// Brings whatever waits busily to its end, and gives the thread back; nothing runs after that.
  func end() {
    guard hasThread else { return }
    isOver = true
    order.signal()
    answer.wait()
    kernel.duringBusyWait = nil
  }

  private func reach(_ goal: Goal) {
    guard !isOver else { return }
    self.goal = goal
    setAt = kernel.jiffies
    goals += 1
    if !hasThread { start() }
    order.signal()
    answer.wait()
  }

  // MARK: On the machine's thread

  private func start() {
    hasThread = true
    kernel.duringBusyWait = { [unowned self] in lookUp() }
    let thread = Thread { [self] in
      order.wait()
      while !isOver {
        work()
        if !isOver { handBack() }
      }
      answer.signal()
    }
    // Functions of the kernel that wait busily are nested, each with whatever runs beside it.
    thread.stackSize = 64 << 20
    thread.start()
  }

  /// Tells that the goal is reached, and waits for the next one.
  private func handBack() {
    answer.signal()
    order.wait()
  }

  /// Runs the machine to its goal, and to those that came while it was in a busy wait.
  private func work() {
    var begun: Int
    repeat {
      begun = goals
      run()
    } while begun != goals && !isOver
  }

  private func run() {
    switch goal {
    case .settled: kernel.settle()
    case .time(let end, let isDone):
      kernel.pass(
        ticks: max(0, end - kernel.jiffies), until: { [unowned self] in isOver || isDone() })
    }
  }

  private var isOverdue: Bool {
    var due = setAt
    if case .time(let end, _) = goal { due = max(due, end) }
    return kernel.jiffies - due > 60 * kernel.version.hertz
  }

  /// In a busy wait: the recorder does what its time has come for, if there is a processor for it, or
  /// if he has waited for one for a minute.
  private func lookUp() -> Bool {
    while !isOver, kernel.hasIdleProcessor || isOverdue {
      switch goal {
      case .settled:
        let begun = goals
        kernel.settle()
        if begun != goals { continue }
      case .time(let end, let isDone):
        if kernel.jiffies < end, !isDone() { return true }
      }
      handBack()
    }
    return !isOver
  }
}
