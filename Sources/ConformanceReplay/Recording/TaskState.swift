/// What `/proc/PID` told of a process.
public struct TaskState: Decodable, Equatable, Sendable {
  /// The state's letter in `/proc/PID/stat`: `S`, `D`, `X`, `Z`; `gone` if there is no such process.
  public let state: String
  /// The function in which it sleeps; `0` if it does not.
  public let waitChannel: String?
  /// Its kernel stack as `/proc/PID/stack` prints it, the innermost function first.
  public let stack: String?

  private enum CodingKeys: String, CodingKey {
    case waitChannel = "wchan"
    case state, stack
  }

  /// A process's state.
  public init(state: String, waitChannel: String? = nil, stack: String? = nil) {
    (self.state, self.waitChannel, self.stack) = (state, waitChannel, stack)
  }

  /// A process that is no more.
  public static let gone = TaskState(state: "gone")

  /// A worker that has nothing to do: the recorder's workers sleep in a socket, so it says no more
  /// than that the process is alive and in no operation.
  public static let idle = TaskState(state: "S", waitChannel: "__skb_wait_for_more_packets")
}
