/// Which ranges of device numbers are taken, and by whom.
///
/// C: `chrdevs`, a table of `struct char_device_struct` (`fs/char_dev.c` of 2.6 and later).
///
/// The kernel copies the name, so that nothing in here ever goes stale.
struct ChrdevRegions: Sendable {
  /// A range of minors of one major.
  struct Region: Sendable {
    let major: Int
    let baseMinor: Int
    let count: Int
    let name: String
    /// What `register_chrdev` made for it; nil where only the numbers were taken.
    var cdev: Address?
  }

  /// Lists that the majors are spread over.
  ///
  /// C: `CHRDEV_MAJOR_HASH_SIZE`.
  static let lists = 255
  /// The longest name that is kept, in bytes.
  ///
  /// C: `char name[64]`, with its NUL.
  private static let longestName = 63

  private var byMajor: [Int: [Region]] = [:]
  /// How many regions are in each list.
  private var listed = Array(repeating: 0, count: lists)

  init(_ drivers: [BuiltInDevices.Driver]) {
    for driver in drivers {
      _ = insert(
        Region(
          major: driver.major, baseMinor: driver.baseMinor, count: driver.minors,
          name: driver.name))
    }
  }

  /// Takes a range.
  ///
  /// - Returns: False where a part of it is taken.
  mutating func insert(_ region: Region) -> Bool {
    let regions = byMajor[region.major, default: []]
    let index = position(of: region.baseMinor, in: regions)
    if index > 0, case let before = regions[index - 1],
      before.baseMinor + before.count > region.baseMinor
    {
      return false
    }
    if index < regions.count, regions[index].baseMinor < region.baseMinor + region.count {
      return false
    }
    byMajor[region.major, default: []].insert(region, at: index)
    listed[region.major % Self.lists] += 1
    return true
  }

  /// Notes what serves a range.
  mutating func set(_ cdev: Address, major: Int, baseMinor: Int) {
    let index = position(of: baseMinor, in: byMajor[major] ?? [])
    guard byMajor[major]?.indices.contains(index) == true else { return }
    byMajor[major]?[index].cdev = cdev
  }

  /// Gives exactly this range back; nil where nobody has it so.
  mutating func remove(major: Int, baseMinor: Int, count: Int) -> Region? {
    let regions = byMajor[major] ?? []
    let index = position(of: baseMinor, in: regions)
    guard regions.indices.contains(index), regions[index].baseMinor == baseMinor,
      regions[index].count == count
    else { return nil }
    byMajor[major]?.remove(at: index)
    if regions.count == 1 { byMajor[major] = nil }
    listed[major % Self.lists] -= 1
    return regions[index]
  }

  /// The first major that nobody has, in the order in which a kernel looks; nil where none is left.
  ///
  /// C: `find_dynamic_major`.
  func dynamicMajor(_ ranges: [(from: Int, to: Int)]) -> Int? {
    for range in ranges {
      for major in stride(from: range.from, through: range.to, by: -1) {
        let isFree = major < Self.lists ? listed[major] == 0 : byMajor[major] == nil
        if isFree { return major }
      }
    }
    return nil
  }

  /// Every range, by major and minor.
  var inOrder: [Region] { byMajor.keys.sorted().flatMap { byMajor[$0] ?? [] } }

  /// A name as the kernel keeps it.
  static func kept(_ name: String) -> String {
    String(decoding: name.endingAtNUL.utf8.prefix(longestName), as: UTF8.self)
  }

  /// The first region that does not begin before a minor.
  private func position(of minor: Int, in regions: [Region]) -> Int {
    regions.sortedIndex { $0.baseMinor >= minor }
  }
}
