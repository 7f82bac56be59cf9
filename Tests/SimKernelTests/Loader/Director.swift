@testable import SimKernel

/// A schedule that a test writes: at which step of which process something else comes between, and who.
///
/// It is used by the thread of the test alone.
final class Director: SchedulePolicy {
  /// A place to stop a process at, once, and who goes on then.
  struct Cue {
    var pid: Int
    var place: String
    var then: [Int]
  }

  /// Who is preferred, most of all first.
  var favourites: [Int] = []
  var cues: [Cue] = []

  func next(among choices: [ScheduleChoice], at jiffies: Int) -> Int {
    for favourite in favourites {
      let index = choices.firstIndex { choice in
        if case .run(favourite, _) = choice { true } else { false }
      }
      if let index { return index }
    }
    return 0
  }

  func pauses(at step: ScheduleStep) -> Bool {
    let index = cues.firstIndex { $0.pid == step.pid && step.place.contains($0.place) }
    guard let index else { return false }
    favourites = cues.remove(at: index).then
    return true
  }
}
