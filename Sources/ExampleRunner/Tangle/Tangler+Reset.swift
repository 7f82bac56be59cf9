public import BookModel

extension Tangler {
  /// Gives back the book's version of one example; what differs from it is kept beside it.
  public func reset(_ example: Example) -> TangleResult {
    let plan = TanglePlan([example], settings: settings, folder: folder)
    var result = TangleResult(diagnostics: plan.diagnostics)
    var record = plan.record
    for file in plan.files {
      // Files of other examples are in the record too, and of no concern.
      guard let wanted = file.wanted, file.state != .fresh else { continue }
      do {
        if file.state == .edited { result.kept.append(try putAside(file.path)) }
        try folder.write(file.path, wanted)
        result.written.append(Self.place(file.path).path)
        record.files[file.path] = SHA256.hex(wanted)
      } catch {
        result.diagnostics.append(Self.refused(file.path, error))
      }
    }
    do { try folder.update(TangleRecord.name, record.bytes) } catch {
      result.diagnostics.append(Self.refused(TangleRecord.name, error))
    }
    return result
  }

  /// Renames a reader's file to a name that nothing has.
  private func putAside(_ path: String) throws(SystemFailure) -> TangleResult.Kept {
    var name = "\(path).mine"
    var number = 1
    while folder.holds(name) {
      number += 1
      name = "\(path).mine\(number)"
    }
    try folder.move(path, to: name)
    return TangleResult.Kept(path: Self.place(path).path, newPath: Self.place(name).path)
  }
}
