/// What came of an operation: on the real machine when it was recorded, or on the replayed one.
public struct StepOutcome: Equatable, Sendable {
  /// The system call's return value, as the C library gives it: -1 when it failed.
  public var returned: Int?
  /// The error's number where `returned` is -1.
  public var errno: Int?
  /// What was read, or what the shell's line printed.
  public var output: String?
  /// The exit status of the shell's line.
  public var exitStatus: Int?
  /// Which call of several failed: `open` or `write`.
  public var failedAt: String?
  /// The major number that `mknodat` used.
  public var major: Int?
  /// What `poll` reported ready, as its bits.
  public var readyEvents: Int?
  /// A file's type and permissions in octal, as `stat` gave them.
  public var mode: String?
  /// A device node's numbers, `major:minor`.
  public var device: String?
  /// How the process ended, if it did not survive the operation.
  public var death: ProcessDeath?
  /// How long the recorder waited, in milliseconds, for a call that had not come back by then.
  public var stillInKernelAfter: Int?
  /// The process's state, where it was looked at.
  public var task: TaskState?
  /// Whether nobody waited for the operation to end.
  public var isInBackground = false
  /// Whether the machine went down.
  public var isMachineDown = false
  /// Why the recorder could not carry out the step at all.
  public var refusal: String?
  /// The number of the earlier step whose outcome this is.
  public var resultOf: Int?

  /// Nothing to report.
  public init() {}
}

extension StepOutcome: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case returned = "ret"
    case exitStatus = "exit_status"
    case failedAt = "failed_at"
    case readyEvents = "revents"
    case device = "rdev"
    case death = "process_died"
    case stillInKernelAfter = "still_in_kernel_after_ms"
    case isInBackground = "started_in_background"
    case isMachineDown = "machine_went_down"
    case refusal = "error"
    case resultOf = "result_of"
    case errno, output, major, mode, task
  }

  private struct EarlierStep: Decodable {
    let step: Int
  }

  /// The names of a step's fields that belong to its outcome.
  static let fields = CodingKeys.allCases.map(\.rawValue)

  /// Reads the fields of a step that say what came of it.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    returned = try fields.decodeIfPresent(Int.self, forKey: .returned)
    errno = try fields.decodeIfPresent(Int.self, forKey: .errno)
    output = try fields.decodeIfPresent(String.self, forKey: .output)
    exitStatus = try fields.decodeIfPresent(Int.self, forKey: .exitStatus)
    failedAt = try fields.decodeIfPresent(String.self, forKey: .failedAt)
    major = try fields.decodeIfPresent(Int.self, forKey: .major)
    readyEvents = try fields.decodeIfPresent(Int.self, forKey: .readyEvents)
    mode = try fields.decodeIfPresent(String.self, forKey: .mode)
    device = try fields.decodeIfPresent(String.self, forKey: .device)
    death = try fields.decodeIfPresent(ProcessDeath.self, forKey: .death)
    stillInKernelAfter = try fields.decodeIfPresent(Int.self, forKey: .stillInKernelAfter)
    task = try fields.decodeIfPresent(TaskState.self, forKey: .task)
    isInBackground = try fields.decodeIfPresent(Bool.self, forKey: .isInBackground) ?? false
    isMachineDown = try fields.decodeIfPresent(Bool.self, forKey: .isMachineDown) ?? false
    refusal = try fields.decodeIfPresent(String.self, forKey: .refusal)
    resultOf = try fields.decodeIfPresent(EarlierStep.self, forKey: .resultOf)?.step
  }
}
