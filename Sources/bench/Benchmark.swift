/// One thing that is measured: how often it can be done in a second, with few objects and with many.
struct Benchmark: Sendable {
  /// What is done.
  let name: String
  /// What there is more and more of.
  let objects: String
  /// How many of them there are, from few to many.
  let sizes: [Int]
  /// Does it with so many objects there, and tells the time for one.
  let measure: @Sendable (_ size: Int) -> Duration

  /// Everything that is measured.
  static let all: [Benchmark] = [.switches, .ticks, .files, .modules, .boots, .life]

  /// Measures everything whose name begins so, and prints a line for each.
  static func runAll(named prefix: String = "") {
    print("per second, and what one costs with more and more objects")
    for benchmark in all where benchmark.name.hasPrefix(prefix) { benchmark.run() }
    for exploring in ExploringBenchmark.all where exploring.name.hasPrefix(prefix) {
      exploring.run()
    }
  }

  private func run() {
    let costs = sizes.map { ($0, measure($0)) }
    guard let first = costs.first, let last = costs.last else { return }
    let rate = Int(1 / seconds(first.1))
    print("\(name): \(rate) a second with \(first.0) \(objects)")
    for (size, cost) in costs {
      let ratio = (seconds(cost) / seconds(first.1) * 100).rounded() / 100
      print("  \(size) \(objects): \(text(cost)) each, \(ratio) times the first")
    }
    if last.0 > first.0 {
      let growth = seconds(last.1) / seconds(first.1)
      let factor = last.0 / first.0
      print("  growth: \((growth * 100).rounded() / 100) for \(factor) times as many")
    }
  }

  /// The shortest of several runs: what is left when nobody else wants the processor.
  static func best(of runs: Int = 5, _ body: () -> Duration) -> Duration {
    (0..<runs).map { _ in body() }.min() ?? .zero
  }

  /// What one more costs when it has been done so often.
  static func after(_ count: Int, _ body: () -> Void) -> Duration {
    for _ in 0..<count { body() }
    // Few at a time: the others who want the processor come between some of them and not all.
    let rounds = 20
    return best(of: 100) {
      ContinuousClock().measure { for _ in 0..<rounds { body() } } / rounds
    }
  }

  private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  private func text(_ duration: Duration) -> String {
    let nanoseconds = (duration / .nanoseconds(1)).rounded()
    return nanoseconds < 10_000
      ? "\(Int(nanoseconds)) ns" : "\((nanoseconds / 100).rounded() / 10) µs"
  }
}
