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
  func apply(_ redirections: [ShellCommand.Redirection]) async -> Bool {
    for redirection in redirections {
      do throws(Errno) {
        switch redirection {
        case .read(let descriptor, let path):
          try await move(try await open(absolute(path)), to: descriptor)
        case .write(let descriptor, let path):
          try await move(try await open(absolute(path), .writeOnly), to: descriptor)
        case .append(let descriptor, let path):
          try await move(try await open(absolute(path), .append), to: descriptor)
        case .copy(let descriptor, let source): try await dup2(source, descriptor)
        case .close(let descriptor): try await close(descriptor)
        }
      } catch {
        await print("bash: \(redirection.subject): \(error)", to: 2)
        return false
      }
    }
    return true
  }

  private func move(_ descriptor: Int, to wanted: Int) async throws(Errno) {
    guard descriptor != wanted else { return }
    try await dup2(descriptor, wanted)
    try await close(descriptor)
  }

  /// The path of a file, seen from the folder that everything here happens in.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/")
      ? path : "/root/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }
}

extension ShellCommand.Redirection {
  /// What the shell names when it fails.
  fileprivate var subject: String {
    switch self {
    case .read(_, let path), .write(_, let path), .append(_, let path): path
    case .copy(_, let source): String(source)
    case .close(let descriptor): String(descriptor)
    }
  }
}
