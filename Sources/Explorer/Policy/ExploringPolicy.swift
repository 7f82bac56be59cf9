public import SimKernel

/// Follows a path through the tree of schedules as far as it is given, then goes on with the first
/// way that is worth trying, and notes what other ways there were.
///
/// It is used for one run of a program, by the thread that drives the machine.
public final class ExploringPolicy: SchedulePolicy {
  /// Where it starts to explore, and what need not be tried there.
  struct Start {
    var path = SchedulePath()
    var sleepers: [Sleeper] = []
    /// What happened before the last choice of the path when it was found; nil where nobody knows.
    var trail: Trail?
  }

  /// The limits that it keeps to.
  let limits: Limits
  /// What was chosen so far.
  public private(set) var path = SchedulePath()
  /// How often somebody was interrupted who could have gone on.
  public private(set) var preemptions = 0
  /// Points after the start from which other ways lead on.
  private(set) var junctions: [Junction] = []
  /// What the first step behind the start touched.
  private(set) var firstStep: Sleeper?
  /// Whether every way on leads to a schedule that has been explored already.
  public private(set) var isCut = false
  /// Whether a limit forbade something that could have happened.
  private(set) var hasMetLimit = false
  /// Whether the schedule was given up because it has more steps than it may.
  private(set) var isTooLong = false
  /// How often the policy was asked.
  public private(set) var steps = 0
  /// Every step, where somebody watches.
  public private(set) var record: [StepRecord] = []
  /// Called when a step has come to its end, where somebody watches.
  public var onStep: () -> Void = {}
  /// How the choices that were replayed did not fit; nil where they did.
  public private(set) var misfit: Misfit?
  /// The step by which it was noticed that the way to the start is not what it was when it was found.
  private(set) var divergedAt: Int?

  /// Whether the timer interrupt would find anything to do.
  public var isTickAwaited: () -> Bool = { false }
  /// Whether anybody else could run after a step in some position.
  public var canSwitch: (SchedulingMode.Position) -> Bool = { _ in true }
  /// Ends the run where it stands.
  public var halt: () -> Void = {}

  private let start: Start
  private let recorder: FootprintRecorder?
  private let chooser: (any WayChooser)?
  private var trail = Trail()
  private var sleepers: [Sleeper] = []
  private var step: ScheduleChoice?
  private var last: Runner?
  private var earlyTicks = 0
  private var isExploring = false
  /// The junction that the last step led away from.
  private var left: Junction?

  private let isWatched: Bool
  private var place: String?

  init(
    _ start: Start, _ limits: Limits, recorder: FootprintRecorder?,
    chooser: (any WayChooser)? = nil, isWatched: Bool = false
  ) {
    self.chooser = chooser
    self.isWatched = isWatched
    self.start = start
    self.limits = limits
    self.recorder = recorder
  }

  /// At every step after which anything else can come: that is what is explored.
  public func pauses(at step: ScheduleStep) -> Bool {
    guard !isCut, canComeBetween(after: step.position) else { return false }
    if isWatched { place = step.place }
    return true
  }

  private func canComeBetween(after position: SchedulingMode.Position) -> Bool {
    if canSwitch(position) { return true }
    // Nothing but the timer interrupt can come between.
    guard isTickAwaited() else { return false }
    if earlyTicks >= limits.ticks { hasMetLimit = true }
    return earlyTicks < limits.ticks
  }

  /// Picks the next way.
  public func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int {
    if isCut { return 0 }
    steps += 1
    stepEnded()
    guard steps <= limits.steps else {
      isTooLong = true
      return cut()
    }
    var offer = offer(choices)
    if let bound = limits.preemptions, offer.keep(upTo: bound - preemptions) { hasMetLimit = true }
    guard let way = way(of: offer) else { return cut() }
    go(way, offer)
    return way
  }

  /// What can be chosen; the timer interrupt only so often while somebody could go on.
  private func offer(_ choices: [ScheduleChoice]) -> Offer {
    let hasTick = choices.contains(where: \.isTick) && isTickAwaited()
    let isAllowed = earlyTicks < limits.ticks
    let offer = Offer(choices, after: last, isTickAwaited: hasTick && isAllowed)
    if hasTick, !isAllowed, !offer.isForced { hasMetLimit = true }
    return offer
  }

  /// The way to go, by its number among all choices; nil where every way has been explored.
  private func way(of offer: Offer) -> Int? {
    if path.count < start.path.count {
      guard offer.ways.count > 1 else { return offer.ways[0] }
      let number = Int(start.path.choices[path.count])
      let isLast = path.count == start.path.count - 1
      if isLast, let known = start.trail, known != trail {
        divergedAt = steps
        return nil
      }
      guard number < offer.ways.count else {
        if start.trail != nil { divergedAt = steps }
        misfit = Misfit(choice: path.count, wanted: number, offered: offer.ways.count)
        return nil
      }
      path.append(number)
      if path.count == start.path.count { beginExploring(with: start.sleepers) }
      return offer.ways[number]
    }
    if let chooser { return offer.ways[choose(chooser, offer)] }
    if !isExploring { beginExploring(with: start.sleepers) }
    return nextWay(of: offer)
  }

  /// What is drawn by lot is no place to come back to.
  private func choose(_ chooser: any WayChooser, _ offer: Offer) -> Int {
    guard offer.ways.count > 1 else { return 0 }
    let number = chooser.number(among: offer, step: steps)
    path.append(number)
    return number
  }

  /// The first way that is worth trying; the others are left for later.
  private func nextWay(of offer: Offer) -> Int? {
    // An interrupt that just comes is none of those that are counted, so that it can be told from them.
    let awake = (offer.allowed ?? Array(offer.ways.indices)).filter { number in
      let choice = offer.choices[offer.ways[number]]
      return offer.isForced || !sleepers.contains { $0.choice.isSame(as: choice) }
    }
    guard let number = awake.first else { return nil }
    if awake.count > 1 {
      let junction = Junction(
        path: path, sleepers: sleepers, trail: trail, untried: Array(awake.dropFirst()))
      junctions.append(junction)
      left = junction
    }
    if offer.ways.count > 1 { path.append(number) }
    return offer.ways[number]
  }

  private func beginExploring(with sleepers: [Sleeper]) {
    isExploring = true
    self.sleepers = sleepers
  }

  private func go(_ way: Int, _ offer: Offer) {
    let choice = offer.choices[way]
    preemptions += offer.cost(way)
    step = choice
    trail.add(choice, ways: offer.ways.count)
    switch choice {
    case .run(let pid, _): last = .process(pid)
    case .handler(let cpu): last = .handler(cpu: cpu)
    case .tick(let cpu):
      if !offer.isForced { earlyTicks += 1 }
      last = .handler(cpu: cpu)
    }
    if isWatched {
      place = nil
      record.append(
        StepRecord(
          choice: choice, place: nil, ways: offer.ways.count, isPreemption: offer.cost(way) > 0))
    }
    if isExploring { recorder?.begin() }
  }

  /// Takes note of what the last step touched: what it touched in common with a sleeper wakes him.
  public func stepEnded() {
    defer { step = nil }
    if isWatched, step != nil, !record.isEmpty {
      record[record.count - 1].place = place
      onStep()
    }
    guard isExploring, let recorder, let step else {
      left = nil
      return
    }
    let footprint = recorder.end()
    let sleeper = Sleeper(choice: step, footprint: footprint)
    if firstStep == nil { firstStep = sleeper }
    left?.leave(sleeper)
    left = nil
    sleepers.removeAll { $0.choice.isSame(as: step) || $0.footprint.conflicts(with: footprint) }
  }

  /// Has to be called when the run is over.
  public func finish() {
    stepEnded()
    // It ended before it came to where it had come before.
    let isShort = path.count < start.path.count && start.trail != nil
    if isShort, divergedAt == nil {
      divergedAt = steps
      isCut = true
    }
  }

  /// The choices that it was given.
  var wanted: SchedulePath { start.path }

  private func cut() -> Int {
    isCut = true
    halt()
    return 0
  }
}
