internal import BookModel

/// Compiles programs, each only when nothing in the cache is as good.
struct ExampleBuilder: Sendable {
  /// What is kept of a compile.
  private struct Record: Codable {
    /// The hash of the executable; nil where the compiler refused.
    var executable: String?
    var messages: String
  }

  private static let records = "builds"
  private static let executables = "programs"

  var tools: ExampleTools

  func build(_ program: ExampleProgram) async -> BuiltExample {
    let command = CompileCommand(toolchain: tools.toolchain, runtime: tools.runtime)
    let key = BuildCache.key([program.hash, command.identity])
    if let cached = cached(key) { return cached }
    return await compile(program, command, key: key)
  }

  /// The executable that the cache holds, where it is the one that was made; else a new one.
  ///
  /// Asked only before a run: to read an executable costs more than all the rest, and most often
  /// its transcripts are in the cache as well.
  func verified(_ built: BuiltExample, of program: ExampleProgram) async -> BuiltExample {
    guard built.isCached, case .executable(let path, let hash) = built.outcome else { return built }
    let isWhole = Folder(path: "/").read(path).map { SHA256.hex($0) == hash } ?? false
    if isWhole, Folder(path: path).isProgram { return built }
    let command = CompileCommand(toolchain: tools.toolchain, runtime: tools.runtime)
    return await compile(program, command, key: built.key)
  }

  private func compile(
    _ program: ExampleProgram, _ command: CompileCommand, key: String
  ) async -> BuiltExample {
    do {
      return try await tools.scratch.withScratch { scratch throws(SystemFailure) in
        for source in program.sources { try scratch.write(source.name, source.text) }
        let result = try await tools.runner.run(request(command, program, in: scratch))
        return try keep(result, of: scratch, key: key)
      }
    } catch {
      return BuiltExample(
        outcome: .impossible(why: error.words), messages: [], isCached: false, key: key)
    }
  }

  private func request(
    _ command: CompileCommand, _ program: ExampleProgram, in scratch: Folder
  ) -> ProcessRunner.Request {
    ProcessRunner.Request(
      program: tools.toolchain.compiler, arguments: command.arguments(program),
      environment: CompileCommand.environment(
        Toolchain.inherited(tools.environment, temporary: scratch)),
      folder: scratch, records: scratch, limits: CompileCommand.limits)
  }

  private func cached(_ key: String) -> BuiltExample? {
    let cache = tools.cache
    guard let record = cache.value(Self.records, key, as: Record.self) else { return nil }
    let messages = CompilerMessage.parse(record.messages)
    guard let hash = record.executable else {
      return BuiltExample(outcome: .refused, messages: messages, isCached: true, key: key)
    }
    let name = "\(Self.executables)/\(key)"
    cache.folder.touch(name)
    return BuiltExample(
      outcome: .executable(path: cache.folder.path(of: name), hash: hash), messages: messages,
      isCached: true, key: key)
  }

  private func keep(
    _ result: ProcessResult, of scratch: Folder, key: String
  ) throws(SystemFailure) -> BuiltExample {
    let text = String(decoding: result.errors + result.output, as: UTF8.self)
    let messages = CompilerMessage.parse(text)
    var built = BuiltExample(outcome: .refused, messages: messages, isCached: false, key: key)
    switch result.ending {
    case .exited(0):
      guard let executable = scratch.read(CompileCommand.executable) else {
        built.outcome = .failed(how: "it made no executable")
        return built
      }
      let hash = SHA256.hex(executable)
      let name = "\(Self.executables)/\(key)"
      try tools.cache.folder.folder(Self.executables).create()
      try tools.cache.folder.adopt(scratch.path(of: CompileCommand.executable), as: name)
      try tools.cache.store(Self.records, key, Record(executable: hash, messages: text))
      built.outcome = .executable(path: tools.cache.folder.path(of: name), hash: hash)
    case .exited where messages.contains { $0.severity == .error && $0.place != nil }:
      try tools.cache.store(Self.records, key, Record(executable: nil, messages: text))
    case .exited where messages.contains { $0.severity == .error }:
      // An error without a place, such as the linker's or a crash inside the compiler, may be gone
      // the next time: it is told, and not kept.
      break
    case .failed(let number):
      built.outcome = .impossible(
        why: SystemFailure(path: tools.toolchain.compiler, errno: number).words)
    default:
      built.outcome = .failed(how: Toolchain.words(result.ending))
    }
    return built
  }
}
