/// Runs a program in every order in which what it does can happen.
///
/// The program is run again from its beginning for each order, as often as it takes; it must do the same
/// whenever it is given the same choices.
public struct Explorer: Sendable {
  /// What is run: it lets the policy choose, and tells how it ended.
  public typealias Program = @Sendable (ExploringPolicy) -> Ending

  /// How far it goes.
  public var limits = Limits()
  /// Whether one order is enough of those that nobody could tell apart.
  public var isReduced = true
  /// How many threads of the host it uses.
  public var workers = hostProcessors

  /// Explores everything, on all of the host's processors.
  public init() {}

  /// Explores a program.
  ///
  /// - Parameters:
  ///   - isOver: Asked between two runs whether to stop before everything has been tried.
  ///   - program: The program.
  /// - Returns: What its schedules led to.
  public func explore(
    until isOver: @escaping @Sendable () -> Bool = { false }, _ program: @escaping Program
  ) -> Exploration {
    // A bound on what a schedule costs and a reduction that goes by what it touches know nothing of
    // each other.
    Search(
      limits: limits, isReduced: isReduced && limits.preemptions == nil, workers: workers,
      program: program
    ).run(until: isOver)
  }
}
