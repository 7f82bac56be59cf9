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
  /// A file for everything that a program says happened in it, by its absolute path; nil where nobody wants to know.
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

  /// Removes what runs left in the scratch space that were themselves killed, a day ago or more.
  func sweep() {
    for name in scratch.names where scratch.age(of: name) < -86_400 { try? scratch.remove(name) }
  }

  /// Whether results of earlier runs are used; true unless the user asked otherwise.
  public var usesCache: Bool {
    get { cache.isRead }
    set { cache.isRead = newValue }
  }
}
