/// The files under `/proc` that modules serve, found by name.
struct ProcTable: Sequence {
  private var byName: [String: [ProcEntry]] = [:]
  /// How many there are.
  private(set) var count = 0

  /// The newest of a name.
  subscript(name: String) -> ProcEntry? { byName[name]?.last }

  mutating func insert(_ entry: ProcEntry) {
    byName[entry.name, default: []].append(entry)
    count += 1
  }

  /// Takes out the newest of a name.
  mutating func remove(_ name: String) -> ProcEntry? {
    guard let entry = byName[name]?.popLast() else { return nil }
    if byName[name]?.isEmpty == true { byName[name] = nil }
    count -= 1
    return entry
  }

  /// All of them, by name.
  func makeIterator() -> some IteratorProtocol<ProcEntry> {
    byName.keys.sorted().flatMap { byName[$0] ?? [] }.makeIterator()
  }
}
