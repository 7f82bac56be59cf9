/// What a worker process of a recording does in one step.
public enum Operation: Equatable, Sendable {
  /// `finit_module(2)` of a file, with the parameters joined by blanks and `MODULE_INIT_` flags.
  case finitModule(file: String, parameters: String, ignoring: ModuleInitFlags)
  /// `init_module(2)` of a file that the process has read into its memory.
  case initModule(file: String, parameters: String)
  /// `delete_module(2)`.
  case deleteModule(name: String, flags: RemovalFlags)
  /// `openat(2)`; the recording calls the descriptor by a name.
  case open(handle: String, path: String, flags: OpenFlags)
  /// `read(2)` of at most so many bytes.
  case read(handle: String, count: Int)
  /// `write(2)`.
  case write(handle: String, text: String)
  /// `close(2)`.
  case close(handle: String)
  /// `lseek(2)` from the file's beginning.
  case seek(handle: String, offset: Int)
  /// `ioctl(2)` without an argument.
  case ioctl(handle: String, command: Int)
  /// `mmap(2)` of one page, shared, for reading.
  case map(handle: String)
  /// `poll(2)` for everything, without waiting.
  case poll(handle: String)
  /// `dup(2)`; the copy gets a name of its own.
  case duplicate(handle: String, copy: String)
  /// `stat(2)`.
  case status(path: String)
  /// `mknodat(2)` of a character device.
  case makeNode(path: String, major: DeviceMajor, minor: Int)
  /// Opens a file for writing, writes a text in one call, closes it.
  case put(path: String, text: String)
  /// Opens a file, reads it to its end, closes it.
  case cat(path: String)
  /// As `cat`, and keeps the lines that hold a text.
  case grep(path: String, text: String)
  /// `setuid(2)`.
  case setUser(id: Int)
  /// Starts a second thread in the process, which sleeps.
  case startThread
  /// A line for the shell, which runs as a child of the process; its errors go where its output goes.
  case shell(line: String)
}

/// The major number of a device node that is to be made.
public enum DeviceMajor: Equatable, Sendable {
  /// This one.
  case number(Int)
  /// The one that `/proc/devices` lists under this name when the node is made.
  case registered(by: String)
}

/// The flags of `delete_module(2)`.
public struct RemovalFlags: OptionSet, Sendable {
  /// The flags as bits.
  public let rawValue: Int
  /// `O_NONBLOCK`: fail instead of waiting.
  public static let nonBlocking = RemovalFlags(rawValue: 0o4000)
  /// `O_TRUNC`: remove it even if it is in use.
  public static let force = RemovalFlags(rawValue: 0o1000)

  /// Flags from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The flags of `finit_module(2)`.
public struct ModuleInitFlags: OptionSet, Sendable {
  /// The flags as bits.
  public let rawValue: Int
  /// `MODULE_INIT_IGNORE_MODVERSIONS`.
  public static let modversions = ModuleInitFlags(rawValue: 1)
  /// `MODULE_INIT_IGNORE_VERMAGIC`.
  public static let vermagic = ModuleInitFlags(rawValue: 2)

  /// Flags from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The access mode of `openat(2)`, and what else its flags say.
public struct OpenFlags: OptionSet, Sendable {
  /// The flags as bits.
  public let rawValue: Int
  /// `O_WRONLY`.
  public static let writeOnly = OpenFlags(rawValue: 1)
  /// `O_RDWR`.
  public static let readWrite = OpenFlags(rawValue: 2)
  /// `O_NONBLOCK`.
  public static let nonBlocking = OpenFlags(rawValue: 0o4000)

  /// Flags from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
}
