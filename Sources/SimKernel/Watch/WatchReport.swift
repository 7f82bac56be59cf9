/// Something that will go wrong, or has gone wrong without a sound, as a machine that is watched says
/// it.
///
/// See ``KernelVersion/watched``.
public struct WatchReport: Sendable, Hashable {
  /// What it is about.
  public enum Kind: String, Sendable, Hashable {
    /// Memory goes, and the kernel keeps a pointer into it.
    case danglingRegistration
    /// A process sleeps, and nobody is left who could wake it.
    case sleeperWithoutWaker
    /// A module counts uses that nobody will give back, or too few.
    case unbalancedCount
    /// A module has gone, and memory that it allocated has not been freed.
    case leakedMemory
    /// A module has gone, and something is left in its name in a table that holds no pointers.
    case leftBehind
  }

  /// What it is about.
  public let kind: Kind
  /// The thing, in C's terms: ``timer_list `tick` ``, `/proc/sched`.
  public let subject: String
  /// Where the pointer leads, or where the thing lies; 0 where it lies nowhere.
  public let address: UInt64
  /// The module whose memory goes, or whose fault it is; empty where it is no module's.
  public let module: String
  /// When it was seen, in ticks since boot.
  public let jiffies: Int
  /// What is the matter, as a sentence without its end.
  public let problem: String
  /// What follows from it, as a sentence without its end; empty where nothing does.
  public let consequence: String

  /// The lines that appear on the terminal, each of which begins with ``prefix``.
  public var text: String {
    let first = "\(Self.prefix)at jiffies \(jiffies): \(problem)\n"
    return consequence.isEmpty ? first : first + "\(Self.prefix)  \(consequence)\n"
  }

  /// What such lines begin with: no kernel and no tool writes that.
  public static let prefix = "(watch) "
}
