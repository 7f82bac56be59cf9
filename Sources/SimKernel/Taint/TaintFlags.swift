/// Why a kernel, or a module, is no longer what its developers gave out.
///
/// The bits are those of `/proc/sys/kernel/tainted`. C: `TAINT_PROPRIETARY_MODULE` and its like.
public struct TaintFlags: OptionSet, Sendable, Hashable {
  /// The number in `/proc/sys/kernel/tainted`.
  public let rawValue: UInt32

  /// Creates flags from their number.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `P`: a module whose licence is not compatible with the GPL.
  public static let proprietaryModule = TaintFlags(rawValue: 1 << 0)
  /// `F`: a module that was loaded by force.
  public static let forcedModule = TaintFlags(rawValue: 1 << 1)
  /// `S`: processors that were not made for this.
  public static let unsafeSMP = TaintFlags(rawValue: 1 << 2)
  /// `R`: a module that was removed by force.
  public static let forcedRemoval = TaintFlags(rawValue: 1 << 3)
  /// `M`: a processor reported an error of its own.
  public static let machineCheck = TaintFlags(rawValue: 1 << 4)
  /// `B`: a page was found in a bad state.
  public static let badPage = TaintFlags(rawValue: 1 << 5)
  /// `U`: somebody asked for it.
  public static let user = TaintFlags(rawValue: 1 << 6)
  /// `D`: it has oopsed.
  public static let died = TaintFlags(rawValue: 1 << 7)
  /// `A`: a table of the firmware was replaced.
  public static let overriddenACPI = TaintFlags(rawValue: 1 << 8)
  /// `W`: it has warned.
  public static let warned = TaintFlags(rawValue: 1 << 9)
  /// `C`: a driver from the staging folder.
  public static let staging = TaintFlags(rawValue: 1 << 10)
  /// `I`: the firmware has a bug that was worked around.
  public static let firmwareWorkaround = TaintFlags(rawValue: 1 << 11)
  /// `O`: a module from outside the kernel's tree.
  public static let outOfTree = TaintFlags(rawValue: 1 << 12)
  /// `E`: a module without a valid signature.
  public static let unsigned = TaintFlags(rawValue: 1 << 13)
  /// `L`: a processor was locked up.
  public static let softLockup = TaintFlags(rawValue: 1 << 14)
  /// `K`: live-patched.
  public static let livePatch = TaintFlags(rawValue: 1 << 15)
  /// `X`: for distributors to define.
  public static let auxiliary = TaintFlags(rawValue: 1 << 16)
  /// `T`: the layout of structures was made random.
  public static let randomisedLayout = TaintFlags(rawValue: 1 << 17)
  /// `N`: a test of the kernel has run in it.
  public static let test = TaintFlags(rawValue: 1 << 18)
}
