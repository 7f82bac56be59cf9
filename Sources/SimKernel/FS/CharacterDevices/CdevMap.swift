/// Which structure of a driver's serves which device number.
///
/// C: `cdev_map`, a `struct kobj_map` (`drivers/base/map.c` of 2.6 and later).
///
/// It holds addresses only. What lies there is the driver's, and may be gone.
struct CdevMap {
  /// One range of numbers.
  private struct Probe {
    let first: Int
    let count: Int
    let cdev: Address
  }

  /// Ranges of one number, which most are: the newest last.
  private var single: [Int: [Address]] = [:]
  /// The others by major: the shortest first, and of two that are as long the newer one.
  private var ranges: [Int: [Probe]] = [:]

  /// C: `kobj_map`.
  mutating func insert(_ cdev: Address, at first: DeviceNumber, count: Int) {
    let probe = Probe(first: first.rawValue, count: count, cdev: cdev)
    guard count != 1 else { return single[probe.first, default: []].append(cdev) }
    for major in Self.majors(probe.first, count) {
      let index = ranges[major]?.firstIndex { $0.count >= count } ?? ranges[major]?.count ?? 0
      ranges[major, default: []].insert(probe, at: index)
    }
  }

  /// C: `kobj_unmap`.
  mutating func remove(at first: DeviceNumber, count: Int) {
    if count == 1 {
      _ = single[first.rawValue]?.popLast()
      if single[first.rawValue]?.isEmpty == true { single[first.rawValue] = nil }
      return
    }
    for major in Self.majors(first.rawValue, count) {
      let index = ranges[major]?.firstIndex { $0.first == first.rawValue && $0.count == count }
      if let index { ranges[major]?.remove(at: index) }
      if ranges[major]?.isEmpty == true { ranges[major] = nil }
    }
  }

  /// What could serve a number, in the order in which it is asked.
  func candidates(for number: DeviceNumber) -> [Address] {
    let value = number.rawValue
    let ranges = ranges[number.major] ?? []
    return (single[value] ?? []).reversed()
      + ranges.filter { $0.first <= value && value < $0.first + $0.count }.map(\.cdev)
  }

  /// Everything that serves a number, by the first one of its range.
  var all: [(number: DeviceNumber, cdev: Address)] {
    let probes =
      single.flatMap { number, cdevs in cdevs.map { (number, $0) } }
      + ranges.flatMap { major, probes in
        // A range that reaches over several majors is listed under each of them.
        probes.filter { $0.first / DeviceNumber.minors == major }.map { ($0.first, $0.cdev) }
      }
    return probes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      .map { (DeviceNumber(rawValue: $0.0), $0.1) }
  }

  /// The majors that a range reaches over; the real map has 255 lists.
  private static func majors(_ first: Int, _ count: Int) -> [Int] {
    let last = max(first, first + count - 1)
    return Array(
      (first / DeviceNumber.minors...last / DeviceNumber.minors).prefix(ChrdevRegions.lists))
  }
}
