internal import SimKernel

/// Lets whoever has the highest priority go on; priorities are drawn by lot, and at a few steps that are drawn
/// by lot, too, whoever was at it falls behind all others.
///
/// A race that needs `depth` steps to come in a certain order is found with a chance of at least
/// 1 / (n · k^(depth − 1)), where n is the number of processes and k that of steps.
///
/// Source: S. Burckhardt, P. Kothari, M. Musuvathi, S. Nagarakatte: A Randomized Scheduler with Probabilistic
/// Guarantees of Finding Bugs (2010).
final class PriorityChooser: WayChooser {
  /// Somebody who can have a priority: each timer interrupt draws a new one.
  private enum Runnable: Hashable {
    case process(Int)
    case handler(Int)
    case tick(Int, count: Int)
  }

  private var numbers: RandomNumbers
  private var priorities: [Runnable: UInt64] = [:]
  /// The steps at which somebody falls behind, in order.
  private var changes: [Int]
  /// What is given to the next who falls behind: below all that is drawn, and below those before.
  private var lowest: UInt64
  private var last: Runnable?
  private var ticks = 0

  /// The priorities of one run.
  ///
  /// - Parameters:
  ///   - numbers: The lots.
  ///   - depth: How many steps have to come in a certain order; at least 1.
  ///   - steps: How many steps a schedule has, roughly.
  init(_ numbers: RandomNumbers, depth: Int, steps: Int) {
    var numbers = numbers
    changes = (0..<max(0, depth - 1)).map { _ in 1 + numbers.number(below: max(1, steps)) }.sorted()
    lowest = UInt64(changes.count)
    self.numbers = numbers
  }

  func number(among offer: Offer, step: Int) -> Int {
    while let change = changes.first, change <= step {
      changes.removeFirst()
      if let last { priorities[last] = lowest }
      lowest -= 1
    }
    let runnables = offer.ways.map { runnable(offer.choices[$0]) }
    let drawn = runnables.map { priority(of: $0) }
    let number = drawn.indices.max { drawn[$0] < drawn[$1] } ?? 0
    last = runnables[number]
    if case .tick = runnables[number] { ticks += 1 }
    return number
  }

  private func priority(of runnable: Runnable) -> UInt64 {
    if let known = priorities[runnable] { return known }
    let drawn = numbers.next() | 1 << 32
    priorities[runnable] = drawn
    return drawn
  }

  private func runnable(_ choice: ScheduleChoice) -> Runnable {
    switch choice {
    case .run(let pid, _): .process(pid)
    case .handler(let cpu): .handler(cpu)
    case .tick(let cpu): .tick(cpu, count: ticks)
    }
  }
}
