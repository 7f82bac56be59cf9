internal import SimKernel

extension Program {
  /// Lists files and what is in folders, one name a line.
  ///
  /// `-l` with all that there is to say of each, `-a` and `-A` with names that begin with a point,
  /// `-d` folders as files.
  static let ls = Program(name: "ls") { invocation in
    let options = Options(invocation.arguments, flags: "laAd1")
    if let option = options.invalid { return await invocation.refuse(option, "ls") }
    var listing = Listing(invocation: invocation, options: options)
    let operands = options.operands.isEmpty ? ["."] : options.operands.sorted()
    await listing.look(at: operands)
    await listing.show(isNaming: operands.count > 1)
    return listing.status
  }
}

/// What one `ls` has to show.
private struct Listing {
  let invocation: Invocation
  let options: Options
  private(set) var status = 0
  private var files: [(name: String, status: FileStatus)] = []
  private var folders: [String] = []

  init(invocation: Invocation, options: Options) {
    self.invocation = invocation
    self.options = options
  }

  private var system: SystemCalls { invocation.system }

  /// Sorts out what is a folder, what is not, and what is not there.
  mutating func look(at paths: [String]) async {
    for path in paths {
      guard let status = await status(of: path, named: path) else { continue }
      if status.kind == .folder, !options.has("d") {
        folders.append(path)
      } else {
        files.append((path, status))
      }
    }
  }

  private mutating func status(of path: String, named name: String) async -> FileStatus? {
    do throws(Errno) { return try await system.status(of: path) } catch {
      await system.print("ls: \(name): \(error)", to: 2)
      status = 1
      return nil
    }
  }

  mutating func show(isNaming: Bool) async {
    await show(files)
    for (index, folder) in folders.enumerated() {
      if index > 0 || !files.isEmpty { await system.print("", to: 1) }
      if isNaming { await system.print("\(folder):", to: 1) }
      await show(folder: folder)
    }
  }

  private mutating func show(folder: String) async {
    var names = (try? await system.names(in: folder)) ?? []
    if !options.has("a"), !options.has("A") { names.removeAll { $0.hasPrefix(".") } }
    if options.has("a") { names += [".", ".."] }
    guard options.has("l") else {
      for name in names.sorted() { await system.print(name, to: 1) }
      return
    }
    var inside: [(name: String, status: FileStatus)] = []
    for name in names.sorted() {
      if let status = await status(of: "\(folder)/\(name)", named: "\(folder)/\(name)") {
        inside.append((name, status))
      }
    }
    await system.print("total \(inside.reduce(0) { $0 + $1.status.kibibytes })", to: 1)
    await show(inside)
  }

  private func show(_ files: [(name: String, status: FileStatus)]) async {
    for (name, status) in files {
      let line = options.has("l") ? status.line(invocation.machine.tools) + name : name
      await system.print(line, to: 1)
    }
  }
}
