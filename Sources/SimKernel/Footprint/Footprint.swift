internal import CKernelMemory

/// What a step has read and written.
public struct Footprint: Sendable, Hashable {
  /// What was read and not written, in order.
  public private(set) var reads: [SharedObject]
  /// What was written, in order.
  public private(set) var writes: [SharedObject]
  /// Whether so much was touched that nobody knows what else.
  public private(set) var isIncomplete: Bool

  /// Marks a key as a write.
  static let writeBit: UInt64 = 1 << 63

  /// A footprint of given objects.
  init(reads: Set<SharedObject> = [], writes: Set<SharedObject> = []) {
    self.reads = reads.subtracting(writes).sorted()
    self.writes = writes.sorted()
    isIncomplete = false
  }

  init(keys: some Sequence<UInt64>, isIncomplete: Bool) {
    var writes: [UInt64] = []
    var reads: [UInt64] = []
    for key in keys {
      if key & Self.writeBit == 0 { reads.append(key) } else { writes.append(key ^ Self.writeBit) }
    }
    writes.sort()
    reads.sort()
    self.writes = Self.unique(writes)
    self.reads = Self.unique(reads, without: self.writes)
    self.isIncomplete = isIncomplete
  }

  private static func unique(
    _ keys: [UInt64], without others: [SharedObject] = []
  ) -> [SharedObject] {
    var result: [SharedObject] = []
    var index = 0
    var last: UInt64?
    for key in keys where key != last {
      last = key
      while index < others.count, others[index].rawValue < key { index += 1 }
      if index < others.count, others[index].rawValue == key { continue }
      result.append(SharedObject(rawValue: key))
    }
    return result
  }

  /// Whether it makes a difference in which order two steps come.
  public func conflicts(with other: Footprint) -> Bool {
    if isIncomplete || other.isIncomplete { return true }
    return Self.overlap(writes, other.writes) || Self.overlap(writes, other.reads)
      || Self.overlap(reads, other.writes)
  }

  private static func overlap(_ left: [SharedObject], _ right: [SharedObject]) -> Bool {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { return true }
      if left[i] < right[j] { i += 1 } else { j += 1 }
    }
    return false
  }
}
