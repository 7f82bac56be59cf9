/// What an offset counts from.
///
/// C: `SEEK_SET` and its like.
public enum SeekOrigin: Int, Sendable, Hashable {
  /// The start of the file: `SEEK_SET`.
  case start = 0
  /// Where the next read begins: `SEEK_CUR`.
  case current = 1
  /// The end of the file: `SEEK_END`.
  case end = 2
}
