public import BookModel

/// The Swift compiler that makes the book's programs.
public struct Toolchain: Sendable, Hashable {
  /// Why there is no compiler to work with.
  public enum Problem: Error, Hashable {
    /// No compiler is where it was looked for.
    case missing(String)
    /// There is one, and it does not tell its version.
    case broken(String, how: String)
    /// The folder for caches and scratch files cannot be written.
    case unwritable(String, why: String)
  }

  /// The absolute path of `swiftc`.
  public let compiler: String
  /// The compiler as it names itself, in one line: its version, and what it compiles for.
  public let version: String
  /// The version alone, as a page names it.
  var name: String { String(version.prefix { $0 != "," }) }

  /// Finds the compiler that `QUIRE_SWIFTC` names, or the first `swiftc` of `PATH`.
  public static func find(
    environment: [String: String], runner: ProcessRunner, scratch: String
  ) async throws(Problem) -> Toolchain {
    let compiler = try locate(environment)
    let result: ProcessResult
    do {
      result = try await Folder(path: scratch).withScratch { folder throws(SystemFailure) in
        let request = ProcessRunner.Request(
          program: compiler, arguments: ["--version"],
          environment: inherited(environment, temporary: folder),
          folder: folder, records: folder, limits: CompileCommand.limits)
        return try await runner.run(request)
      }
    } catch {
      if let path = error.path, path.hasPrefix(scratch) {
        throw .unwritable(Folder(path: scratch).parent.path, why: error.reason)
      }
      throw .broken(compiler, how: error.words)
    }
    let text = String(decoding: result.output, as: UTF8.self)
    guard result.ending == .exited(0), !text.isEmpty else {
      throw .broken(compiler, how: Self.words(result.ending))
    }
    let version = text.split(whereSeparator: \.isNewline).joined(separator: ", ")
    return Toolchain(compiler: compiler, version: version)
  }

  private static func locate(_ environment: [String: String]) throws(Problem) -> String {
    if let named = environment["QUIRE_SWIFTC"], !named.isEmpty {
      if Folder(path: named).isProgram { return named }
      throw .missing("QUIRE_SWIFTC names \(named), which is not a program")
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.map { "\($0)/swiftc" }.filter { $0.hasPrefix("/") }
    if let found = candidates.first(where: { Folder(path: $0).isProgram }) { return found }
    throw .missing("no swiftc is in any folder of PATH")
  }

  /// The variables that a compiler needs to find its parts and its caches.
  ///
  /// Its temporary files lie in a folder that goes away: `swiftc --version` leaves some behind, and
  /// so does a compiler that is ended.
  static func inherited(_ environment: [String: String], temporary: Folder) -> [String] {
    let names = ["DEVELOPER_DIR", "HOME", "PATH", "SDKROOT", "TMPDIR", "TOOLCHAINS"]
    var environment = environment
    // The driver of Swift 6.3 dies of SIGILL where this path is not ASCII.
    if temporary.path.utf8.allSatisfy({ $0 < 0x80 }) { environment["TMPDIR"] = temporary.path }
    return names.compactMap { name in environment[name].map { "\(name)=\($0)" } }
  }

  static func words(_ ending: ProcessResult.Ending) -> String {
    switch ending {
    case .exited(let status): "it exited with status \(status)"
    case .signaled(let number): "it was killed by \(SignalName.of(number))"
    case .reached(let limit): "it reached the limit of \(limit.words)"
    case .failed(let number): "the system would not start it: \(SystemFailure(errno: number).words)"
    case .unwatched: "it killed the process that watches it"
    }
  }
}

extension Toolchain.Problem {
  /// The problem in words that help.
  public var diagnostic: Diagnostic {
    let place = SourceLocation(path: "swiftc")
    switch self {
    case .missing(let how):
      return Diagnostic(
        .error, at: place, "there is no Swift compiler: \(how)",
        help: "install a Swift toolchain (https://swift.org/install), or set QUIRE_SWIFTC to one")
    case .broken(let compiler, let how):
      return Diagnostic(
        .error, at: place, "the Swift compiler \(compiler) does not work: \(how)",
        help: "run `\(compiler) --version` to see why, or set QUIRE_SWIFTC to another")
    case .unwritable(let folder, let why):
      return Diagnostic(
        .error, at: SourceLocation(path: folder), "cannot be written: \(why)",
        help: "programs are compiled and run there: give yourself the right to write to it")
    }
  }
}
