/// A word of a session's fence that the tool does not know and the program reads, such as `cpus=2`
/// or `preemptible`.
///
/// Which there may be is said by the book's settings; what they mean, by the runtime.
public struct SessionOption: Sendable, Hashable {
  /// The word, or what stands before its `=`.
  public var key: String
  /// What stands behind the `=`; nil where there is none.
  public var value: String?

  /// Creates an option.
  public init(key: String, value: String? = nil) {
    self.key = key
    self.value = value
  }

  /// How the program gets it: `--cpus=2`, or `--preemptible`.
  public var argument: String { "--" + text }

  /// How the fence has it, but for quotes: `cpus=2`, or `preemptible`.
  public var text: String { value.map { "\(key)=\($0)" } ?? key }
}
