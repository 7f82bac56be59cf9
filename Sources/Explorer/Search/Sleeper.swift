internal import SimKernel

/// Something that might happen next, but need not be tried: what follows from it has been explored
/// already, from a schedule that nobody could tell from this one.
struct Sleeper: Sendable {
  let choice: ScheduleChoice
  /// What it touches when it happens.
  let footprint: Footprint
}
