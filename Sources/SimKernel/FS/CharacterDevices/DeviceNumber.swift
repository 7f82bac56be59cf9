/// Which driver serves a device, and which of the driver's devices it is.
///
/// C: `dev_t`, made by `MKDEV` (2.6 and later).
public struct DeviceNumber: Sendable, Hashable {
  /// The driver.
  ///
  /// C: `MAJOR(dev)`.
  public var major: Int
  /// The driver's device.
  ///
  /// C: `MINOR(dev)`.
  public var minor: Int

  /// C: `MKDEV(major, minor)`.
  public init(major: Int, minor: Int = 0) {
    self.major = major
    self.minor = minor
  }

  /// How many minors a major has.
  ///
  /// C: `MINORMASK + 1`.
  static let minors = 1 << 20
  /// How many majors fit into a device number.
  static let majors = 1 << 12

  /// The number that a range of devices ends before.
  var rawValue: Int { major * Self.minors + minor }

  init(rawValue: Int) {
    (major, minor) = rawValue.quotientAndRemainder(dividingBy: Self.minors)
  }
}
