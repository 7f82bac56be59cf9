public import BookModel

/// Compiles and runs examples, several at once, and judges each session.
public struct ExampleSuite: Sendable {
  let tools: ExampleTools
  let settings: BookSettings

  /// Creates a suite for the examples of one book.
  public init(_ tools: ExampleTools, settings: BookSettings) {
    self.tools = tools
    self.settings = settings
  }

  /// Runs examples; the order of the result is theirs, whichever ends first.
  public func run(
    _ examples: [Example], onEvent: @escaping @Sendable (SuiteEvent) -> Void = { _ in }
  ) async -> SuiteResult {
    onEvent(.began(examples: examples.count))
    let trial = ExampleTrial(tools: tools, settings: settings, onEvent: onEvent)
    if let refusal = tools.beginTrace() {
      return SuiteResult(examples: examples.map { trial.rejected($0, refusal) })
    }
    tools.sweep()
    var results = [ExampleResult?](repeating: nil, count: examples.count)
    await withTaskGroup(of: (Int, ExampleResult).self) { group in
      for (index, example) in examples.enumerated() {
        // As many as there are cores are at work; each that ends makes room for the next.
        if index >= max(1, tools.cores), let (done, result) = await group.next() {
          results[done] = result
        }
        group.addTask { (index, await trial.run(example)) }
      }
      for await (done, result) in group { results[done] = result }
    }
    tools.cache.prune()
    return SuiteResult(examples: results.compactMap { $0 })
  }
}
