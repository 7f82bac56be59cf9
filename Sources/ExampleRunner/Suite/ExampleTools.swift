internal import BookModel

/// What it takes to compile and run examples.
public struct ExampleTools: Sendable {
  /// Starts the processes.
  public var runner: ProcessRunner
  /// Makes the programs.
  public var toolchain: Toolchain
  /// What they are linked with; nil where the book needs nothing but the standard library.
  public var runtime: RuntimeLibrary?
  /// The variables of whoever called the tool; only the compiler gets some of them.
  public var environment: [String: String]
  /// How many programs are compiled or run at once.
  public var cores: Int
  /// A file for everything that a program says happened in it, by its absolute path; nil for none.
  public var traceFile: String?
  var cache: BuildCache
  var scratch: Folder

  /// Creates the tools, with a cache and scratch space in `folder`, which is the book's `.quire`.
  public init(
    runner: ProcessRunner, toolchain: Toolchain, runtime: RuntimeLibrary?, folder: String,
    environment: [String: String]
  ) {
    self.runner = runner
    self.toolchain = toolchain
    self.runtime = runtime
    self.environment = environment
    cores = 2
    cache = BuildCache(folder: Folder(path: "\(folder)/cache"))
    scratch = Folder(path: "\(folder)/scratch")
  }

  /// Removes what runs left in the scratch space that were themselves killed.
  func sweep() {
    for name in scratch.names {
      let isLeft = ScratchOwner(folder: name)?.isGone ?? (scratch.age(of: name) < -86_400)
      if isLeft { try? scratch.remove(name) }
    }
  }

  /// Empties the file for the trace, to which each session adds; what is wrong where that fails.
  func beginTrace() -> Diagnostic? {
    guard let traceFile else { return nil }
    do { try Folder(path: traceFile).parent.empty(Folder(path: traceFile).name) } catch {
      return Diagnostic(
        .error, at: SourceLocation(path: traceFile), "the trace cannot be written: \(error.reason)")
    }
    return nil
  }

  /// Whether results of earlier runs are used; true unless the user asked otherwise.
  public var usesCache: Bool {
    get { cache.isRead }
    set { cache.isRead = newValue }
  }
}
