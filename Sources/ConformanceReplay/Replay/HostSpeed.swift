/// What a recording does not tell of how fast its host was.
///
/// Both are inputs of the replay, which no machine could know. A boot is replayed with one candidate
/// after the other until nothing differs, and the report says with which.
public struct HostSpeed: Sendable, Equatable {
  /// How long busy waits took, in percent of what they asked for.
  ///
  /// `mdelay` counts turns of a loop, and an emulated processor goes through it at any speed.
  public var busyWaitPercent = 100
  /// Whether a step began as late as its log allows, and not as early.
  ///
  /// Of a call only the length is recorded, and when it logged something.
  public var beginsLate = false

  /// Busy waits as long as they ask for, and steps that begin early.
  public init() {}

  /// What may have been, the likeliest first.
  static let candidates: [HostSpeed] = [false, true].flatMap { beginsLate in
    [100, 150, 200, 250, 300, 350, 400].map { percent in
      var speed = HostSpeed()
      (speed.busyWaitPercent, speed.beginsLate) = (percent, beginsLate)
      return speed
    }
  }

  /// What is not as first assumed, in words; nil if all is.
  var remark: String? {
    var remarks: [String] = []
    if busyWaitPercent != 100 {
      remarks.append("busy waits took \(busyWaitPercent)% of what they asked for")
    }
    if beginsLate { remarks.append("steps began as late as their log allows") }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }
}
