/// An error number, as a kernel call returns it; the raw values are those of Linux on i386.
///
/// Those that the kernel itself never returns are here for modules to throw.
///
/// Source of the numbers and texts: `include/asm-i386/errno.h` of Linux 2.4 and the C library's
/// `strerror`.
public struct Errno: Error, Sendable, Hashable {
  /// The positive number.
  public let rawValue: Int

  /// Creates an error number from its positive value.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Operation not permitted: `EPERM`.
  public static let EPERM = Errno(rawValue: 1)
  /// No such file or directory: `ENOENT`.
  public static let ENOENT = Errno(rawValue: 2)
  /// No such process: `ESRCH`.
  public static let ESRCH = Errno(rawValue: 3)
  /// Interrupted system call: `EINTR`.
  public static let EINTR = Errno(rawValue: 4)
  /// Input/output error: `EIO`.
  public static let EIO = Errno(rawValue: 5)
  /// No such device or address: `ENXIO`.
  public static let ENXIO = Errno(rawValue: 6)
  /// Argument list too long: `E2BIG`.
  public static let E2BIG = Errno(rawValue: 7)
  /// Exec format error: `ENOEXEC`.
  public static let ENOEXEC = Errno(rawValue: 8)
  /// Bad file descriptor: `EBADF`.
  public static let EBADF = Errno(rawValue: 9)
  /// No child processes: `ECHILD`.
  public static let ECHILD = Errno(rawValue: 10)
  /// Resource temporarily unavailable: `EAGAIN`.
  public static let EAGAIN = Errno(rawValue: 11)
  /// Cannot allocate memory: `ENOMEM`.
  public static let ENOMEM = Errno(rawValue: 12)
  /// Permission denied: `EACCES`.
  public static let EACCES = Errno(rawValue: 13)
  /// Bad address: `EFAULT`.
  public static let EFAULT = Errno(rawValue: 14)
  /// Device or resource busy: `EBUSY`.
  public static let EBUSY = Errno(rawValue: 16)
  /// File exists: `EEXIST`.
  public static let EEXIST = Errno(rawValue: 17)
  /// No such device: `ENODEV`.
  public static let ENODEV = Errno(rawValue: 19)
  /// Not a directory: `ENOTDIR`.
  public static let ENOTDIR = Errno(rawValue: 20)
  /// Is a directory: `EISDIR`.
  public static let EISDIR = Errno(rawValue: 21)
  /// Invalid argument: `EINVAL`.
  public static let EINVAL = Errno(rawValue: 22)
  /// Too many open files: `EMFILE`.
  public static let EMFILE = Errno(rawValue: 24)
  /// Inappropriate ioctl for device: `ENOTTY`.
  public static let ENOTTY = Errno(rawValue: 25)
  /// No space left on device: `ENOSPC`.
  public static let ENOSPC = Errno(rawValue: 28)
  /// Illegal seek: `ESPIPE`.
  public static let ESPIPE = Errno(rawValue: 29)
  /// Broken pipe: `EPIPE`.
  public static let EPIPE = Errno(rawValue: 32)
  /// Numerical result out of range: `ERANGE`.
  public static let ERANGE = Errno(rawValue: 34)
  /// File name too long: `ENAMETOOLONG`.
  public static let ENAMETOOLONG = Errno(rawValue: 36)
  /// Function not implemented: `ENOSYS`.
  public static let ENOSYS = Errno(rawValue: 38)
  /// Key was rejected by service: `EKEYREJECTED`.
  public static let EKEYREJECTED = Errno(rawValue: 129)
  /// `ERESTARTSYS`: a signal ended a sleep; the kernel turns it into `EINTR` on the way out.
  public static let ERESTARTSYS = Errno(rawValue: 512)

  /// What a dead process's suspended calls end with when its machine is taken down; no kernel
  /// number.
  static let machineIsGone = Errno(rawValue: .min)

  /// The error that a C function means which returns a negative number; nil where the number is
  /// none.
  init?(returned value: Int) {
    guard value < 0 else { return nil }
    self.init(rawValue: value == .min ? .max : -value)
  }
}

extension Errno: CustomStringConvertible {
  /// What the C library calls it: `Device or resource busy`.
  public var description: String {
    Self.texts[rawValue] ?? "Unknown error \(rawValue)"
  }

  private static let texts: [Int: String] = [
    1: "Operation not permitted", 2: "No such file or directory", 3: "No such process",
    4: "Interrupted system call",
    5: "Input/output error", 6: "No such device or address", 7: "Argument list too long",
    8: "Exec format error",
    9: "Bad file descriptor", 10: "No child processes", 11: "Resource temporarily unavailable",
    12: "Cannot allocate memory", 13: "Permission denied", 14: "Bad address",
    16: "Device or resource busy", 17: "File exists", 19: "No such device", 20: "Not a directory",
    21: "Is a directory", 22: "Invalid argument",
    24: "Too many open files", 25: "Inappropriate ioctl for device",
    28: "No space left on device", 29: "Illegal seek", 32: "Broken pipe",
    34: "Numerical result out of range", 36: "File name too long",
    38: "Function not implemented", 129: "Key was rejected by service",
  ]
}
