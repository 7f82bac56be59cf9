/// One file below the folder of the examples: what the book wants there, and what is there.
struct TangledFile: Sendable, Hashable {
  /// How what is there compares with what the book wants.
  enum State: Sendable, Hashable {
    /// They are the same.
    case fresh
    /// Nothing is there.
    case missing
    /// An older version of the book's is there.
    case stale
    /// Something is there that the book never wrote.
    case edited
    /// The book wrote it once and wants it no more.
    case extra
    /// The book wanted it once, and a reader has edited it.
    case extraEdited
  }

  /// Below the folder of the examples, with forward slashes.
  var path: String
  /// Nil where the book wants nothing.
  var wanted: [UInt8]?
  var state: State

  init(_ path: String, wanted: [UInt8]?, in folder: Folder, record: TangleRecord) {
    self.path = path
    self.wanted = wanted
    let found = folder.holdsFile(path) ? folder.read(path) : nil
    let isOurs = found.map { SHA256.hex($0) == record.files[path] } ?? false
    if let wanted {
      state =
        if found == wanted { .fresh } else if !folder.holds(path) { .missing } else if isOurs {
          .stale
        } else { .edited }
    } else {
      state = isOurs ? .extra : .extraEdited
    }
  }
}
