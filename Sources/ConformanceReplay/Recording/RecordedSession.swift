/// One recorded session: a titled part of what one boot of the real machine did.
public struct RecordedSession: Decodable, Sendable {
  /// Family, boot and part: `debian/s01_chardev/2`.
  public let id: String
  /// The name of the boot; sessions with the same kernel and boot ran on one machine, in this order.
  public let boot: String
  /// The kernel: its release, and in parentheses where it came from.
  public let kernel: String
  /// What stood on the kernel's command line besides the recorder's own words: `oops=panic`.
  public let bootArguments: String
  /// How many processors the machine had.
  public let processors: Int
  /// The lines of `/proc/modules` of the session's modules when it began; nil for one not loaded.
  public let modulesBefore: [String: String?]
  /// What was done, in order.
  public let steps: [RecordedStep]

  private enum CodingKeys: String, CodingKey {
    case id, boot, kernel, steps
    case bootArguments = "extra_boot_args"
    case processors = "cpus"
    case modulesBefore = "proc_modules_before"
  }

  /// `debian` or `edu`: the first part of the id, which names the build of the kernel.
  public var family: String { String(id.prefix { $0 != "/" }) }

  /// The release that `uname -r` prints: the kernel's name up to the first blank.
  public var release: String { String(kernel.prefix { $0 != " " }) }
}
