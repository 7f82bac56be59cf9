/// What the book's settings file says; every value has a default.
public struct BookSettings: Sendable, Hashable {
  /// The runtime that listings are compiled against.
  public struct Runtime: Sendable, Hashable {
    /// The static library product of the package that listings are linked with.
    public var product: String
    /// The modules of that library that a program may import.
    public var modules: [String]
    /// The function that runs a session, such as `runSession`.
    ///
    /// The generated `main.swift` calls it with every top-level class of the program, as
    /// `[Any.Type]`. It reads the session from the file that the command line names, prints the
    /// transcript, and does not return. What a session's fence says in words of ``sessionKeys``
    /// follows on the command line.
    public var entry: String
    /// The signal that a session which must crash ends with; nil where any will do.
    public var crashSignal: CrashSignal?
    /// The words that a session's fence may have for the program to read.
    public var sessionKeys: [String]

    /// Creates the description of a runtime.
    public init(
      product: String, modules: [String], entry: String, crashSignal: CrashSignal? = nil,
      sessionKeys: [String] = []
    ) {
      self.product = product
      self.modules = modules
      self.entry = entry
      self.crashSignal = crashSignal
      self.sessionKeys = sessionKeys
    }
  }

  /// The name of the book.
  public var title: String
  /// One sentence about it, for the index page.
  public var summary: String
  /// The language of its prose, as HTML names it.
  public var language: String
  /// What its listings are compiled against; nil where they need nothing but the standard library.
  public var runtime: Runtime?
  /// The languages that text blocks may name, beyond `text`.
  public var textLanguages: [String]
  /// What one run may use.
  public var limits: RunLimits
  /// How many blocks may be marked `ignore`, and how many `no_run`.
  public var allowedIgnored: Int
  /// How many examples and sessions may be marked `no_run`.
  public var allowedNotRun: Int

  /// Creates settings.
  public init(
    title: String = "Untitled", summary: String = "", language: String = "en",
    runtime: Runtime? = nil, textLanguages: [String] = [], limits: RunLimits = RunLimits(),
    allowedIgnored: Int = 0, allowedNotRun: Int = 0
  ) {
    self.title = title
    self.summary = summary
    self.language = language
    self.runtime = runtime
    self.textLanguages = textLanguages
    self.limits = limits
    self.allowedIgnored = allowedIgnored
    self.allowedNotRun = allowedNotRun
  }
}

/// What one run of a program may use before it is ended.
public struct RunLimits: Sendable, Hashable {
  /// Seconds on the wall clock.
  public var wallSeconds: Int
  /// Seconds of processor time.
  public var cpuSeconds: Int
  /// Memory, in mebibytes of address space.
  public var memoryMiB: Int
  /// Output, in kibibytes.
  public var outputKiB: Int
  /// The largest file that it may write, in kibibytes.
  public var fileKiB: Int
  /// Processes that may live at once, the program itself included.
  public var processes: Int

  /// Creates limits.
  public init(
    wallSeconds: Int = 10, cpuSeconds: Int = 5, memoryMiB: Int = 2048, outputKiB: Int = 1024,
    fileKiB: Int = 16384, processes: Int = 16
  ) {
    self.wallSeconds = wallSeconds
    self.cpuSeconds = cpuSeconds
    self.memoryMiB = memoryMiB
    self.outputKiB = outputKiB
    self.fileKiB = fileKiB
    self.processes = processes
  }
}
