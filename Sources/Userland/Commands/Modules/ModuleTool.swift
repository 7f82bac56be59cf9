internal import SimKernel

/// What the tools for modules have in common.
struct ModuleTool {
  let invocation: Invocation

  var system: SystemCalls { invocation.system }

  /// Where `modprobe` finds modules.
  var folder: String { "/lib/modules/\(system.kernel.version.release)" }

  /// What a file holds.
  ///
  /// - Throws: What opening or reading it throws.
  func file(at path: String) async throws(Errno) -> ModuleFile {
    invocation.machine.library.file(in: try await system.contents(of: path), at: path)
  }

  /// The lines of a file, each split into words; none where it cannot be read.
  func lines(of path: String) async -> [[String]] {
    let bytes = (try? await system.contents(of: path)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }

  /// What a file under `/sys` says, without its newline; nil where it cannot be read.
  func value(of path: String) async -> String? {
    guard let bytes = try? await system.contents(of: path) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
      ?? ""
  }

  /// The files of a module and of what it needs, its own first; nil where there is none of it.
  func files(of name: String) async -> [String]? {
    for line in await lines(of: "\(folder)/modules.dep") {
      guard let first = line.first, Self.name(String(first.dropLast())) == name else { continue }
      return [String(first.dropLast())] + line.dropFirst()
    }
    return nil
  }

  /// What is loaded, from `/proc/modules`: the words of each line.
  func loaded() async -> [[String]] { await lines(of: "/proc/modules") }

  /// Complains, and returns the status of a failure.
  func fail(_ text: String, status: Int = 1) async -> Int {
    await system.print(text, to: 2)
    return status
  }

  /// The name of a module in a word that may be the path of its file; hyphens count as underscores.
  static func name(_ word: String) -> String {
    var name = FilePath.name(word)
    for suffix in [".ko", ".o"] where name.hasSuffix(suffix) { name.removeLast(suffix.count) }
    return String(name.map { $0 == "-" ? "_" : $0 })
  }
}

extension Errno {
  /// What `insmod` of module-init-tools and kmod make of an error.
  var insertionText: String {
    switch self {
    case .ENOEXEC: "Invalid module format"
    case .ENOENT: "Unknown symbol in module"
    case .ESRCH: "Module has wrong symbol version"
    case .EINVAL: "Invalid parameters"
    default: description
    }
  }
}
