#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the system refused to do for us, in one sentence.
struct SystemFailure: Error, Hashable {
  /// The file that it was about; nil where it was about none.
  var path: String?
  var reason: String

  init(path: String? = nil, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// A failure that the system gave a number to.
  init(path: String? = nil, errno: Int) {
    self.path = path
    reason =
      strerror(Int32(truncatingIfNeeded: errno)).map { String(cString: $0) } ?? "error \(errno)"
  }

  /// The file and the reason.
  var words: String { path.map { "\($0): \(reason)" } ?? reason }
}
