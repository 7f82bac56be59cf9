/// What a file is opened for.
///
/// C: `O_RDONLY` and its like.
public enum OpenMode: Sendable, Hashable {
  /// `O_RDONLY`
  case readOnly
  /// `O_WRONLY`, emptied first, made where it is missing: `O_CREAT | O_TRUNC`
  case writeOnly
  /// `O_WRONLY`, written at its end, made where it is missing: `O_CREAT | O_APPEND`
  case append
  /// `O_RDWR`
  case readWrite

  /// The bits that a file's permissions need, for each of the three kinds of user.
  ///
  /// C: `MAY_READ` and `MAY_WRITE`.
  var wanted: Int {
    switch self {
    case .readOnly: 0o444
    case .writeOnly, .append: 0o222
    case .readWrite: 0o666
    }
  }
}
