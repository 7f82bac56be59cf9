internal import Explorer
internal import SimKernel

/// How a session ended, in a word: what a person would say of it.
extension Ending {
  /// A run that was given up.
  static let cut = Ending("cut", isFailure: false, text: "")
  /// A session whose first lines do not come to an end.
  static let noStart = Ending(
    "no start", isFailure: true, text: "the session does not come to its first job\n")

  /// A machine that could not be booted.
  static func noMachine(_ error: BootError) -> Ending {
    let text =
      switch error {
      case .outOfMemory: "the host has no memory left for a machine\n"
      case .notBuilt(let what): "there is no such machine: \(what)\n"
      }
    return Ending("no machine", isFailure: true, text: text)
  }

  /// What a run has come to.
  ///
  /// - Parameters:
  ///   - outcome: How the machine stopped.
  ///   - run: What happened on it.
  ///   - loaded: The modules that were loaded when the first job started.
  ///   - broken: An expectation that does not hold.
  ///   - kernel: The machine.
  init(
    _ outcome: RunOutcome, _ run: WatchedRun, loaded: Set<String>, broken: String?,
    on kernel: Kernel
  ) {
    let left = loaded.intersection(kernel.moduleNames)
    let peaceful = loaded.isEmpty ? "end" : left.isEmpty ? "unload" : "stay"
    switch outcome {
    case _ where kernel.isPanicked || run.marks.contains { $0 == "oops" || $0 == "panic" }:
      self.init("crash", run)
    case .stuck, .outOfTime:
      let sleepers = kernel.sleepers.map { "\($0.name) sleeps for ever in \($0.place)\n" }
      self.init("hang", run, sleepers.joined())
    case .lost(let pid):
      self.init("lost", run, "process \(pid) awaits something that is no call of the kernel\n")
    case .killed, .finished, .panicked:
      if let broken {
        self.init("wrong", run, "expected, and not so: \(broken)\n")
      } else if run.marks.contains("watch") {
        self.init("dangling", run)
      } else {
        self.init(peaceful, isFailure: false, text: SeenText(run.screen).text)
      }
    }
  }

  private init(_ label: String, _ run: WatchedRun, _ last: String = "") {
    self.init(label, isFailure: true, text: SeenText(run.screen + last).text)
    run.screen += last
  }
}
