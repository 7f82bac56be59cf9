public import BookModel

/// Writes the code of the chapters to the folder that readers work in.
///
/// What a reader has edited is never overwritten.
public struct Tangler: Sendable {
  static let folderName = "examples"

  let settings: BookSettings
  let folder: Folder

  /// Creates a tangler for the book in a folder, given by its absolute path.
  public init(book: String, settings: BookSettings) {
    self.settings = settings
    folder = Folder(path: book).folder(Self.folderName)
  }

  /// Brings the folder to the book's version, apart from what a reader has edited.
  public func tangle(_ examples: [Example]) -> TangleResult {
    let plan = TanglePlan(examples, settings: settings, folder: folder)
    var result = TangleResult(diagnostics: plan.diagnostics)
    var record = plan.newRecord
    for file in plan.files {
      do { try settle(file, &result) } catch {
        // The old hash: the next run must still know the old version as the book's.
        record.files[file.path] = plan.record.files[file.path]
        result.diagnostics.append(Self.refused(file.path, error))
      }
    }
    do {
      let isWritten = try folder.update(TangleRecord.name, record.bytes)
      // Whoever reads of other files knows that the record goes with them.
      if isWritten, result.written.isEmpty, result.removed.isEmpty {
        result.written.append(Self.place(TangleRecord.name).path)
      }
    } catch {
      result.diagnostics.append(Self.refused(TangleRecord.name, error))
    }
    return result
  }

  /// Compares the folder with the book, and writes nothing; each difference is an error.
  public func check(_ examples: [Example]) -> [Diagnostic] {
    let plan = TanglePlan(examples, settings: settings, folder: folder)
    var diagnostics = plan.diagnostics + plan.files.compactMap(Self.difference)
    if diagnostics.isEmpty, folder.read(TangleRecord.name) != plan.newRecord.bytes {
      let words = folder.holds(TangleRecord.name) ? "is stale" : "is missing"
      diagnostics.append(Self.error(TangleRecord.name, words, help: Self.tangleHelp))
    }
    return diagnostics
  }

  private func settle(_ file: TangledFile, _ result: inout TangleResult) throws(SystemFailure) {
    switch (file.state, file.wanted) {
    case (.missing, let wanted?), (.stale, let wanted?):
      try folder.write(file.path, wanted)
      result.written.append(Self.place(file.path).path)
    case (.edited, _), (.extraEdited, _):
      result.diagnostics.append(Self.edited(file))
    case (.extra, _):
      try folder.remove(file.path)
      result.removed.append(Self.place(file.path).path)
      removeEmptyFolders(above: file.path)
    default: break
    }
  }

  private func removeEmptyFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      folder.folder(parts.joined(separator: "/")).removeIfEmpty()
      parts = parts.dropLast()
    }
  }
}

// MARK: - What is said

extension Tangler {
  static let tangleHelp = "run `quire tangle`"

  static func place(_ path: String) -> SourceLocation {
    SourceLocation(path: "\(folderName)/\(path)")
  }

  static func refused(_ path: String, _ failure: SystemFailure) -> Diagnostic {
    error(path, "cannot be written: \(failure.reason)", help: nil)
  }

  static func error(_ path: String, _ words: String, help: String?) -> Diagnostic {
    Diagnostic(.error, at: place(path), words, help: help)
  }

  /// An edit is no mistake: it is named, and left alone.
  static func edited(_ file: TangledFile) -> Diagnostic {
    if file.wanted == nil {
      return Diagnostic(
        .warning, at: place(file.path), "was edited, and the book has it no more; it is left alone",
        help: "remove it if you need it no more")
    }
    let example = file.path.split(separator: "/").dropFirst().first.map(String.init) ?? file.path
    return Diagnostic(
      .warning, at: place(file.path), "was edited, and is left alone",
      help: "`quire reset \(example)` gives back the book's version, and keeps yours beside it")
  }

  private static func difference(_ file: TangledFile) -> Diagnostic? {
    switch file.state {
    case .fresh: return nil
    case .missing: return error(file.path, "is missing", help: tangleHelp)
    case .stale: return error(file.path, "is stale: the chapter has changed", help: tangleHelp)
    case .extra: return error(file.path, "is extra: the book has it no more", help: tangleHelp)
    case .edited, .extraEdited:
      var diagnostic = edited(file)
      diagnostic.severity = .error
      return diagnostic
    }
  }
}
