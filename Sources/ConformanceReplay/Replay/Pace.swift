/// How long the steps of a boot took.
///
/// How fast the host and the recorder were is an input of the replay, not something that a machine
/// could know: a step ends no earlier than it did, so that what goes on beside it (a timer, another
/// process) has got as far when the next one begins.
struct Pace {
  /// The real machine's clock minus the simulated one's, in milliseconds, as of the first line that
  /// was logged.
  private var offset: Double?
  /// Whether a step is taken to have begun as late as its log allows, and not as early.
  private let beginsLate: Bool

  init(beginsLate: Bool = false) { self.beginsLate = beginsLate }

  /// No step takes longer than an hour and no boot longer than a day: a recording that says so is
  /// taken at that.
  static func bounded(_ milliseconds: Int) -> Int { min(max(0, milliseconds), 3_600_000) }

  /// A time that can be counted in milliseconds.
  private static func bounded(_ milliseconds: Double) -> Double {
    milliseconds.isFinite ? min(max(0, milliseconds), 86_400_000) : 0
  }

  /// How many milliseconds are to pass before the next step begins.
  mutating func millisecondsLeft(
    of step: RecordedStep, isCall: Bool, began: Int, now: Int
  ) -> Int {
    var end = now
    guard let last = step.log.compactMap(Self.milliseconds).last else {
      // Of a step that logged something, it is not known how much of its time came after that.
      if isCall, let duration = step.duration {
        end = max(end, began + Int(Self.bounded(duration).rounded()))
      }
      return end - now
    }
    if let offset {
      end = max(end, Int((last - offset).rounded(.up)))
    } else {
      offset = last - Double(now)
    }
    return end - now
  }

  /// How many milliseconds are to pass before a step begins: steps do not follow one another at once,
  /// and the log's stamps tell when a step was under way.
  func millisecondsBefore(_ step: RecordedStep, now: Int) -> Int {
    let stamps = step.log.compactMap(Self.milliseconds)
    guard let offset, let first = stamps.first, let last = stamps.last else { return 0 }
    // With its length, a step began no earlier than so long before its last line, and before its first.
    let length = step.duration ?? step.outcome.stillInKernelAfter.map(Double.init)
    let begin = beginsLate ? first : length.map { last - Self.bounded($0) } ?? first
    return max(0, Int(min(begin, first) - offset) - now)
  }

  /// How many milliseconds are to pass before the first step of a boot.
  ///
  /// Until the real machine's clock showed what the first thing was logged at: timers are rounded by
  /// that clock.
  static func millisecondsBefore(_ boot: [RecordedStep], now: Int) -> Int {
    guard let step = boot.first(where: { !$0.log.isEmpty }),
      let first = step.log.compactMap(milliseconds).last
    else { return 0 }
    return max(0, Int(first) - now)
  }

  /// The time in a line's stamp: `[    5.753399] …`.
  static func milliseconds(of line: String) -> Double? {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    let stamp = line[..<end].dropFirst().drop { $0 == " " }
    return Double(stamp).map { bounded($0 * 1000) }
  }
}
