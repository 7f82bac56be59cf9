extension FileOperations {
  /// Where in the structure each member stands, in bytes.
  ///
  /// Source: `struct file_operations` in `include/linux/fs.h` of each kernel.
  struct Layout: Sendable {
    /// Nil where the kernel counts no uses: before 2.4.
    var owner: UInt64?
    var llseek: UInt64
    var read: UInt64
    var write: UInt64
    var poll: UInt64
    var ioctl: UInt64
    var mmap: UInt64
    var open: UInt64
    var flush: UInt64
    var release: UInt64
    var byteCount: Int

    static let v2_2 = Layout(
      owner: nil, llseek: 0, read: 4, write: 8, poll: 16, ioctl: 20, mmap: 24, open: 28,
      flush: 32, release: 36, byteCount: 60)
    static let v2_4 = Layout(
      owner: 0, llseek: 4, read: 8, write: 12, poll: 20, ioctl: 24, mmap: 28, open: 32,
      flush: 36, release: 40, byteCount: 72)
    static let v2_6 = Layout(
      owner: 0, llseek: 4, read: 8, write: 12, poll: 28, ioctl: 32, mmap: 44, open: 48,
      flush: 52, release: 56, byteCount: 104)
    static let v6_1 = Layout(
      owner: 0, llseek: 8, read: 16, write: 24, poll: 72, ioctl: 80, mmap: 96, open: 112,
      flush: 120, release: 128, byteCount: 256)

    /// Where a method stands.
    subscript(method: ModuleFunction.FileMethod) -> UInt64 {
      switch method {
      case .open: open
      case .release: release
      case .read: read
      case .write: write
      case .llseek: llseek
      case .ioctl: ioctl
      case .poll: poll
      case .mmap: mmap
      case .flush: flush
      }
    }
  }
}

extension ModuleFunction {
  /// A function that serves an open file; the raw value is its name in C.
  enum FileMethod: String, CaseIterable {
    case open, release, read, write, llseek, ioctl, poll, mmap, flush
  }
}
