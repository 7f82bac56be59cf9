/// A process's state as it is compared.
enum TaskText {
  /// The state's letter and where it sleeps.
  ///
  /// A worker that waits for its next operation sleeps in the recorder's socket, which is not the
  /// model's: it is told as `idle`.
  static func state(_ outcome: StepOutcome) -> String? {
    guard let task = outcome.task else {
      return outcome.death == .unreported ? "X" : nil
    }
    if isIdle(task) { return "idle" }
    // A dead process sleeps nowhere.
    guard let channel = task.waitChannel, channel != "0" else { return task.state }
    return "\(task.state) in \(channel)"
  }

  /// The functions on its kernel stack, without offsets; nothing for one that is idle.
  static func stack(_ task: TaskState?) -> [String] {
    guard let task, !isIdle(task), let stack = task.stack else { return [] }
    return stack.split(separator: "\n").map { line in
      let entry = line.hasPrefix("[<0>] ") ? line.dropFirst(6) : line
      return TextScan.droppingOffsets(in: String(entry))
    }
  }

  private static func isIdle(_ task: TaskState) -> Bool {
    task.state == "S" && task.waitChannel == TaskState.idle.waitChannel
  }
}
