/// The loads that other processes were in the middle of while the recorder looked.
///
/// A load takes its last steps whenever its process gets the processor: the module becomes live, and
/// then gives back the first use and the memory of its init function. A look at `/proc/modules` can fall
/// between the two, in the recording or here; which one is chance, and both are right.
struct CallsUnderWay {
  /// The module that each process is loading.
  private var loads: [String: String] = [:]

  /// Takes a step into account.
  mutating func note(_ step: RecordedStep) {
    guard let process = step.operation == "join" ? step.arguments.first : step.process else {
      return
    }
    loads[process] = nil
    guard step.outcome.isInBackground || step.outcome.stillInKernelAfter != nil,
      ["finit_module", "init_module"].contains(step.operation), let file = step.arguments.first
    else { return }
    loads[process] = file.hasSuffix(".ko") ? String(file.dropLast(3)) : file
  }

  /// Whether a module that is being loaded was seen just before the end of its load on one side, and
  /// just after it on the other.
  func isFinishing(_ name: String, _ expected: ModuleState, _ came: ModuleState) -> Bool {
    guard loads.values.contains(name), let old = Moment(expected), let new = Moment(came) else {
      return false
    }
    return old.comesBefore(new) || new.comesBefore(old)
  }

  /// What a line of `/proc/modules` says of a module that is live.
  private struct Moment {
    private let bytes: Int
    private let uses: Int
    private let rest: [Substring]

    init?(_ state: ModuleState) {
      let words = state.line?.split(separator: " ") ?? []
      guard words.count == 7, words[4] == "Live", let bytes = Int(words[1]),
        let uses = Int(words[2])
      else { return nil }
      (self.bytes, self.uses) = (bytes, uses)
      rest = [words[0], words[3], words[6]]
    }

    /// Whether only the first use and the init function's memory went in between.
    func comesBefore(_ other: Moment) -> Bool {
      bytes > other.bytes && uses == other.uses + 1 && rest == other.rest
    }
  }
}
