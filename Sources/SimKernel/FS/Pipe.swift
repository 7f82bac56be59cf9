/// Bytes on their way from the processes that write them to those that read them.
///
/// C: `struct pipe_inode_info` (`fs/pipe.c`).
///
/// It belongs to the kernel and not to a module: those who sleep on it are a list of the kernel's
/// own, and never stale.
final class Pipe {
  /// Bytes that fit in before a writer has to wait.
  let capacity: Int
  /// Bytes that one call writes in one piece, whoever else writes.
  ///
  /// C: `PIPE_BUF`.
  static let atomicBytes = 4096

  /// What was written and not yet read.
  @Footprinted(.memoryFiles) var bytes: [UInt8] = []
  /// How many open files read from it.
  ///
  /// C: `PIPE_READERS`.
  @Footprinted(.memoryFiles) var readers = 1
  /// How many open files write to it.
  ///
  /// C: `PIPE_WRITERS`.
  @Footprinted(.memoryFiles) var writers = 1
  /// Who waits for bytes, or for room, longest first.
  ///
  /// C: `PIPE_WAIT`.
  @Footprinted(.memoryFiles) var sleepers: [Process] = []

  /// How many bytes still fit in.
  var room: Int { capacity - bytes.count }

  /// Makes an empty one with an open file at either end.
  init(capacity: Int) { self.capacity = capacity }
}
