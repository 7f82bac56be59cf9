/// One rule by which what no model can know is taken out of both sides before they are compared.
public struct NormalRule: Sendable {
  /// A short name.
  public let name: String
  /// Why a model cannot know it, or why it says nothing about modules.
  public let reason: String
  /// The line as it is compared; nil if it is not compared at all.
  let apply: @Sendable (_ line: String, _ state: inout LogState) -> String?
}

/// What the lines before have told: some rules drop a whole block.
struct LogState {
  /// Inside a dump that is left out.
  var isInLeftOutDump = false
  /// Whether the first complaint about the idle thread has been seen.
  var hasSeenIdleComplaint = false
  /// Inside a warning that the idle thread still sleeps.
  var isInIdleWarning = false
  /// The line behind the current one, as it was logged; nil behind the last of a step.
  var following: String?
  /// Below the frame at which the idle thread's own frames begin.
  var isBelowIdleLoop = false
  /// Inside a report of the object debugger.
  var isInObjectReport = false
}
