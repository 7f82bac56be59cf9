/// How a module is to be removed.
///
/// C: the flags of `delete_module` (2.6 and later); until 2.4 the call had none.
public struct DeleteFlags: OptionSet, Sendable, Hashable {
  /// The bits, as the kernel has them.
  public let rawValue: Int

  /// Makes flags from the kernel's bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Does not wait until nobody uses it.
  ///
  /// C: `O_NONBLOCK`.
  public static let nonBlocking = DeleteFlags(rawValue: 0o4000)
  /// Removes it although it is in use, where the kernel allows that.
  ///
  /// C: `O_TRUNC`.
  public static let force = DeleteFlags(rawValue: 0o1000)
}
