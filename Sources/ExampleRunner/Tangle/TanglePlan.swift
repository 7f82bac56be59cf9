internal import BookModel

/// Every file that tangling has to look at, compared with what is there.
struct TanglePlan: Sendable {
  var files: [TangledFile]
  var record: TangleRecord
  var diagnostics: [Diagnostic]

  init(_ examples: [Example], settings: BookSettings, folder: Folder) {
    files = []
    diagnostics = []
    let found = folder.read(TangleRecord.name)
    record = found.flatMap(TangleRecord.init) ?? TangleRecord()
    if let found, TangleRecord(found) == nil { diagnostics.append(Self.unreadableRecord) }
    var wanted: Set<String> = []
    for example in examples {
      guard !Self.claimsManifest(example, &diagnostics) else { continue }
      for file in ExampleFiles.of(example, runtime: settings.runtime) {
        let path = "\(example.folder)/\(file.name)"
        wanted.insert(path)
        files.append(
          TangledFile(path, wanted: Array(file.text.utf8), in: folder, record: record))
      }
    }
    for path in record.files.keys.sorted() where !wanted.contains(path) && folder.holds(path) {
      files.append(TangledFile(path, wanted: nil, in: folder, record: record))
    }
  }

  /// What the record has to say once everything is written.
  ///
  /// A file that a reader edited keeps the hash that it was edited from.
  var newRecord: TangleRecord {
    var new = TangleRecord()
    for file in files {
      switch (file.state, file.wanted) {
      case (.fresh, let wanted?), (.missing, let wanted?), (.stale, let wanted?):
        new.files[file.path] = SHA256.hex(wanted)
      case (.edited, _), (.extraEdited, _): new.files[file.path] = record.files[file.path]
      default: break
      }
    }
    return new
  }

  private static func claimsManifest(
    _ example: Example, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard let file = example.files.first(where: { $0.name == ExampleFiles.manifest }),
      let listing = file.listings.first
    else { return false }
    diagnostics.append(
      Diagnostic(
        .error, at: listing.location,
        "\(example.name): a file of an example may not be called \(file.name)",
        help: "give it another name: each example's folder gets a manifest of that name"))
    return true
  }

  private static let unreadableRecord = Diagnostic(
    .warning, at: Tangler.place(TangleRecord.name),
    "the record of what was tangled cannot be read",
    help: "take it from version control; until then every file that differs counts as edited")
}
