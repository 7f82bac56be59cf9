/// Numbers that look random and are the same for the same seed: SplitMix64.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of one run of a sample: another run has others.
  init(seed: UInt64, run: Int) {
    state = seed
    state = next() ^ UInt64(truncatingIfNeeded: run)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to just below a bound, which is not 0.
  mutating func number(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
