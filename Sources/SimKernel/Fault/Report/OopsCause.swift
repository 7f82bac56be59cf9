/// What the processor refused to do.
enum OopsCause: Hashable, Sendable {
  /// How memory was touched.
  enum Access: Hashable, Sendable {
    case read
    case write
    case execute
  }

  /// A page was touched, in the kernel's mode, that is not there, or that may not be touched so:
  /// data executed, code written.
  case page(address: UInt64, access: Access, isPresent: Bool = false)
  /// `BUG()` was reached: it is an instruction that no processor has.
  case bug(file: String, line: Int)
  /// An instruction that no processor has, and no `BUG()`.
  case invalidOpcode
  /// A division by zero, or one whose quotient is too large.
  case divideError
  /// An address that is none: its upper bits are not all alike. Only x86_64 has such addresses.
  case generalProtection(address: UInt64)

  /// The error code that the processor pushes: bit 0 for a page that is there, bit 1 for a write,
  /// bit 4 for the fetch of an instruction, which only processors with the no-execute bit report.
  func errorCode(reportsFetches: Bool) -> UInt64 {
    guard case .page(_, let access, let isPresent) = self else { return 0 }
    let kind: UInt64 =
      switch access {
      case .read: 0
      case .write: 0x2
      case .execute: reportsFetches ? 0x10 : 0
      }
    return kind | (isPresent ? 1 : 0)
  }
}
