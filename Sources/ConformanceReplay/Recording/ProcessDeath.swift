/// How a process ended inside a system call, as its parent's `wait` told.
public struct ProcessDeath: Decodable, Equatable, Sendable {
  /// The signal that killed it: 9 after a page fault, 11 after `BUG()`; nil if no parent was told.
  public let signal: Int?
  /// The raw status that `wait` gave; -1 if it never came back with the process.
  public let waitStatus: Int

  private enum CodingKeys: String, CodingKey {
    case signal = "killed_by_signal"
    case waitStatus = "wait_status"
  }

  /// A process that was killed by a signal.
  public init(signal: Int) { (self.signal, waitStatus) = (signal, signal) }

  private init() { (signal, waitStatus) = (nil, -1) }

  /// A process that stopped in the middle of its own end: dead, and never reported to its parent.
  public static let unreported = ProcessDeath()
}
