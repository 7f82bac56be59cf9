/// What could be done with an open file without waiting.
///
/// C: `POLLIN` and its like.
public struct PollEvents: OptionSet, Sendable, Hashable {
  /// The bits, as on every architecture here.
  public let rawValue: Int

  /// Makes a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// It can be read: `POLLIN | POLLRDNORM`.
  public static let readable = PollEvents(rawValue: 0x041)
  /// It can be written: `POLLOUT | POLLWRNORM`.
  public static let writable = PollEvents(rawValue: 0x104)
  /// Something went wrong with it: `POLLERR`.
  public static let error = PollEvents(rawValue: 0x008)
  /// The other side is gone: `POLLHUP`.
  public static let hangUp = PollEvents(rawValue: 0x010)

  /// What a file is ready for whose driver does not say.
  ///
  /// C: `DEFAULT_POLLMASK`.
  public static let always: PollEvents = [.readable, .writable]
}
