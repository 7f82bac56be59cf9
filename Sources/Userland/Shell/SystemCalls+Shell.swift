internal import SimKernel

extension SystemCalls {
  /// Writes a line to a descriptor.
  ///
  /// A program that cannot even complain goes on in silence.
  func print(_ line: String, to descriptor: Int) async {
    _ = try? await write(descriptor, Array("\(line)\n".utf8))
  }

  /// Leads descriptors elsewhere, in the order in which it was typed.
  ///
  /// Says what failed, and returns whether nothing did.
  func apply(_ redirections: [ResolvedRedirection], _ dialect: ShellDialect) async -> Bool {
    for redirection in redirections {
      do throws(Errno) { try await apply(redirection) } catch {
        await print(dialect.message(redirection, error), to: 2)
        return false
      }
    }
    return true
  }

  private func apply(_ redirection: ResolvedRedirection) async throws(Errno) {
    switch redirection {
    case .read(let descriptor, let path): try await move(try await open(path), to: descriptor)
    case .write(let descriptor, let path):
      try await move(try await open(path, .writeOnly), to: descriptor)
    case .append(let descriptor, let path):
      try await move(try await open(path, .append), to: descriptor)
    case .copy(let descriptor, let source): try await dup2(source, descriptor)
    case .close(let descriptor): try await close(descriptor)
    }
  }

  /// Gives an open file another descriptor.
  func move(_ descriptor: Int, to wanted: Int) async throws(Errno) {
    guard descriptor != wanted else { return }
    try await dup2(descriptor, wanted)
    try await close(descriptor)
  }

  /// Puts aside what descriptors mean, where they mean something.
  ///
  /// - Returns: Each of them, and where its file is now; nil where it had none.
  func save(_ descriptors: [Int]) async -> [(descriptor: Int, copy: Int?)] {
    var saved: [(descriptor: Int, copy: Int?)] = []
    for descriptor in descriptors where !saved.contains(where: { $0.descriptor == descriptor }) {
      // Far from those that a line would name.
      let copy = 900 + saved.count
      let isOpen = (try? await dup2(descriptor, copy)) != nil
      saved.append((descriptor, isOpen ? copy : nil))
    }
    return saved
  }

  /// Makes descriptors mean what they meant.
  func restore(_ saved: [(descriptor: Int, copy: Int?)]) async {
    for (descriptor, copy) in saved {
      if let copy {
        try? await move(copy, to: descriptor)
      } else {
        try? await close(descriptor)
      }
    }
  }
}

extension ShellDialect {
  /// What it says of a redirection that failed.
  fileprivate func message(_ redirection: ResolvedRedirection, _ error: Errno) -> String {
    switch redirection {
    case .read(_, let path): cannotOpen(path, error)
    case .write(_, let path), .append(_, let path): cannotCreate(path, error)
    case .copy(_, let source): line("\(source): \(error)")
    case .close(let descriptor): line("\(descriptor): \(error)")
    }
  }
}
