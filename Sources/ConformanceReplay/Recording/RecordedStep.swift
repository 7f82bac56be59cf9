/// One step of a session: what one process did, what came of it, and what the kernel logged.
public struct RecordedStep: Sendable {
  /// The step's number within its boot.
  public let number: Int
  /// The worker process that made the call; nil for what the recorder itself did.
  public let process: String?
  /// What was done: `openat`, `sh`; nil for a remark.
  public let operation: String?
  /// The step as it was written down: `insmod hello.ko count=5`.
  public let script: String
  /// The words behind the operation.
  public let arguments: [String]
  /// How long it took on the real machine, in milliseconds; nil where nobody measured.
  public let duration: Double?
  /// What came back.
  public let outcome: StepOutcome
  /// The session's modules after the step, by name; nil where the recorder did not look.
  public let modulesAfter: [String: ModuleState]?
  /// The process that looks at `/proc/modules`, where it could not; nil where it could.
  public let modulesUnreadable: TaskState?
  /// The kernel's log during the step, one line each, with their timestamps.
  public let log: [String]
  /// A remark of whoever wrote the session.
  public let remark: String?
  /// Fields of the recording that the replay does not know and so cannot hold anything against.
  public let unknownFields: [String]
}

extension RecordedStep {
  /// Whether nobody could read `/proc/modules`: a reader was found asleep in this step, or was already.
  var isModuleListBlocked: Bool {
    modulesUnreadable != nil || modulesAfter?["_blocked"] != nil
  }
}

extension RecordedStep: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case number = "n"
    case operation = "op"
    case modulesAfter = "modules_after"
    case modulesUnreadable = "proc_modules_unreadable"
    case arguments = "args"
    case duration = "duration_ms"
    case log = "dmesg"
    case remark = "note"
    case process, script
  }

  /// Reads a step; a remark needs nothing but its text.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    number = try fields.decode(Int.self, forKey: .number)
    process = try fields.decodeIfPresent(String.self, forKey: .process)
    operation = try fields.decodeIfPresent(String.self, forKey: .operation)
    remark = try fields.decodeIfPresent(String.self, forKey: .remark)
    if operation == nil {
      // A remark has nothing but its text; a step without both is no step.
      if remark == nil { _ = try fields.decode(String.self, forKey: .operation) }
      (script, arguments) = ("", [])
    } else {
      arguments = try fields.decode([String].self, forKey: .arguments)
      script = try fields.decode(String.self, forKey: .script)
    }
    duration = try fields.decodeIfPresent(Double.self, forKey: .duration)
    outcome = try StepOutcome(from: decoder)
    let modules = try fields.decodeIfPresent([String: ModuleState?].self, forKey: .modulesAfter)
    modulesAfter = modules?.mapValues { $0 ?? .notLoaded }
    modulesUnreadable = try fields.decodeIfPresent(TaskState.self, forKey: .modulesUnreadable)
    log = try fields.decodeIfPresent([String].self, forKey: .log) ?? []
    let known = CodingKeys.allCases.map(\.rawValue) + StepOutcome.fields + Self.unheld
    let present = try decoder.container(keyedBy: FieldName.self).allKeys.map(\.stringValue)
    unknownFields = present.filter { !known.contains($0) }.sorted()
  }

  /// Fields that say nothing of their own: the process's number, and two names of `errno`.
  private static let unheld = ["pid", "errno_name", "strerror"]
}

/// Any field's name.
struct FieldName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
