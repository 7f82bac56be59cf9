import SimKernel
import Testing
import Userland

/// A machine whose terminal a test reads.
final class Terminal {
  let machine: Machine
  private(set) var text = ""
  private(set) var marks: [Console.Mark] = []
  private(set) var outcome = RunOutcome.finished

  convenience init(
    _ modules: any Module.Type..., files: [ModuleFile] = [], version: KernelVersion = .v2_4,
    tools: ToolSet? = nil, policy: any SchedulePolicy = LinuxOrder()
  ) throws {
    try self.init(modules: modules, files: files, version: version, tools: tools, policy: policy)
  }

  init(
    modules: [any Module.Type], files: [ModuleFile] = [], version: KernelVersion = .v2_4,
    tools: ToolSet? = nil, policy: any SchedulePolicy = LinuxOrder()
  ) throws {
    machine = try Machine(version, modules: modules, files: files, tools: tools, policy: policy)
    machine.kernel.console.output = { [unowned self] in text += $0 }
    machine.kernel.console.onMark = { [unowned self] in marks.append($0) }
  }

  deinit { machine.shutDown() }

  /// Types lines and returns what appeared after the first of them.
  @discardableResult
  func type(_ lines: String...) -> String {
    let start = text.endIndex
    outcome = machine.type(lines)
    return String(text[start...])
  }

  /// Types a line and returns what it printed: everything but the prompt itself.
  func output(of line: String) -> String {
    let text = type(line)
    return text.hasPrefix("# \(line)\n") ? String(text.dropFirst(line.count + 3)) : text
  }

  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  var kernel: Kernel { machine.kernel }

  func events(_ isWanted: (TraceEvent) -> Bool) -> [TraceEvent] {
    kernel.trace.records.map(\.event).filter(isWanted)
  }
}
