/// A part of a device that a process wants as memory.
///
/// C: `struct vm_area_struct`.
public struct MemoryMapping: Sendable, Hashable {
  /// Where it begins in the process's memory.
  ///
  /// C: `vm_start`.
  public let start: UInt64
  /// How many bytes, a whole number of pages.
  ///
  /// C: `vm_end - vm_start`.
  public let length: Int
  /// Whether the process may write to it, and others see that.
  ///
  /// C: `VM_SHARED` with `VM_WRITE`.
  public let isWritable: Bool
}
