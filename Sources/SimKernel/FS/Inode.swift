/// A file as it lies on the disk, whoever has it open.
///
/// C: `struct inode`.
public struct Inode: Sendable, Hashable {
  /// Which driver serves a device file.
  ///
  /// C: `MAJOR(inode->i_rdev)`.
  public let major: Int
  /// Which of the driver's devices it is.
  ///
  /// C: `MINOR(inode->i_rdev)`.
  public let minor: Int
}
