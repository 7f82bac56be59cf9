/// Classes of devices, and the devices in each.
///
/// C: `struct class`, and the folders below `/sys/class` (2.6 and later).
struct DeviceClassTable {
  /// The class that is there from the start, made once for all machines.
  private static let builtIn: [String: [DeviceNumber: String]] = ["misc": [:]]

  private var classes = builtIn
  private var names: [String: Set<String>] = [:]

  /// Makes a class; false where there is one of that name.
  mutating func make(_ name: String) -> Bool {
    guard classes[name] == nil else { return false }
    classes[name] = [:]
    return true
  }

  mutating func remove(_ name: String) {
    classes[name] = nil
    names[name] = nil
  }

  /// Puts a device into a class; false where there is one of that name.
  mutating func add(_ device: String, _ number: DeviceNumber, to name: String) -> Bool {
    guard classes[name] != nil, names[name, default: []].insert(device).inserted else {
      return false
    }
    classes[name]?[number] = device
    return true
  }

  /// Takes a device out of a class.
  ///
  /// - Returns: What it was called; nil where there is none.
  mutating func remove(_ number: DeviceNumber, from name: String) -> String? {
    guard let device = classes[name]?.removeValue(forKey: number) else { return nil }
    names[name]?.remove(device)
    return device
  }

  /// The classes, by name.
  var all: [String] { classes.keys.sorted() }

  /// The devices of a class, by name; nil where there is no such class.
  func devices(of name: String) -> [String]? { classes[name]?.values.sorted() }
}
