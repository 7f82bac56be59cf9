/// The devices that share a major, and which minors are taken.
///
/// C: `misc_list`, `misc_minors` (`drivers/char/misc.c`).
struct MiscDeviceTable {
  /// The major that they share.
  ///
  /// C: `MISC_MAJOR`.
  static let major = 10
  /// What asks for any minor that is free.
  ///
  /// C: `MISC_DYNAMIC_MINOR`.
  static let dynamicMinor = 255

  /// Guards the list.
  ///
  /// C: `misc_mtx`.
  let lock: KernelLock
  /// The head of the list, which goes through the drivers' memory.
  let head: Address
  /// Minors that were chosen, by the place they have below the first one.
  ///
  /// C: a bit map.
  private var taken: [Bool]
  /// The devices that are built in, by minor.
  let builtIn: [BuiltInDevices.Misc]

  /// A table with so many minors to choose from; there is none without any.
  init(minors: Int, _ builtIn: [BuiltInDevices.Misc], _ memory: KernelMemory) {
    lock = KernelLock(minors > 0 ? .sleeping : .none)
    let word = memory.architecture.wordBytes
    head = minors > 0 ? memory.allocateData(bytes: 2 * word) : .null
    if head != .null {
      _ = memory.storeWord(head, head.rawValue)
      _ = memory.storeWord(head + word, head.rawValue)
    }
    taken = Array(repeating: false, count: minors)
    self.builtIn = builtIn
    for device in builtIn where taken.indices.contains(taken.count - 1 - device.minor) {
      taken[taken.count - 1 - device.minor] = true
    }
  }

  /// The highest minor that is free, and taken from now on; nil where none is.
  mutating func takeDynamic() -> Int? {
    guard let place = taken.firstIndex(of: false) else { return nil }
    taken[place] = true
    return taken.count - 1 - place
  }

  mutating func free(_ minor: Int) {
    let place = taken.count - 1 - minor
    if taken.indices.contains(place) { taken[place] = false }
  }
}
