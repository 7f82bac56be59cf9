internal import Explorer
internal import SimKernel

/// A session as a program that can be run in one order after the other: each time on a machine of its
/// own.
struct SessionProgram: @unchecked Sendable {
  // Not Sendable by its types: the modules' classes are only made instances of.

  let version: KernelVersion
  let cpus: Int
  let preemptible: Bool
  let modules: [any Module.Type]
  let session: ExploredSession

  /// Virtual time after which nobody expects anything more to happen, in seconds.
  private static let patience = 60
  /// Virtual time in which what was left behind may still blow up, in seconds.
  private static let aftermath = 2

  /// Runs it once, in the order that a policy wants.
  func run(_ policy: ExploringPolicy) -> Ending {
    do throws(BootError) {
      let machine = try Machine(
        version.watched, modules: modules, cpus: cpus, preemptible: preemptible)
      defer { machine.shutDown() }
      return run(on: machine, policy)
    } catch {
      return Ending("no machine", isFailure: true, text: "the host has no memory left for a machine")
    }
  }

  private func run(on machine: Machine, _ policy: ExploringPolicy) -> Ending {
    let kernel = machine.kernel
    kernel.trace.isEnabled = false
    let shell = Shell(machine: machine)
    let setUp = machine.type(session.setUp, to: shell)
    guard setUp == .finished else {
      return Ending("no start", isFailure: true, text: "the session does not come to its first job")
    }
    let screen = Screen()
    kernel.console.output = { screen.text += $0 }
    kernel.console.onMark = { screen.marks.append($0.name) }
    let loaded = Set(kernel.moduleNames)
    kernel.policy = policy
    policy.isTickAwaited = { [unowned kernel] in kernel.isTickAwaited }
    policy.canSwitch = { [mode = kernel.mode] position in
      mode.allows(.switched, after: position) || mode.allows(.otherProcessor, after: position)
    }
    policy.halt = { [unowned kernel] in kernel.halt() }
    var outcome = runScript(on: machine, shell)
    kernel.policy = LinuxOrder()
    if policy.isCut { return Ending("cut", isFailure: false, text: "") }
    if outcome == .finished {
      let ticks = Self.aftermath * kernel.version.hertz
      outcome = kernel.pass(ticks: ticks) { !kernel.isTickAwaited }
      if outcome == .outOfTime { outcome = .finished }
    }
    let broken = outcome == .finished ? firstBroken(on: machine, shell) : nil
    kernel.concludeWatch()
    return ending(outcome, screen, loaded, broken, on: kernel)
  }

  /// Executes the script, and lets everybody whom it started come to an end.
  private func runScript(on machine: Machine, _ shell: Shell) -> RunOutcome {
    let kernel = machine.kernel
    machine.allowCommands()
    shell.isScript = true
    do throws(Errno) {
      let process = try kernel.spawn(machine.tools.shell.rawValue, files: .terminal()) { system in
        await shell.obey(session.script, system)
      }
      return kernel.run(
        until: { process.exitStatus != nil && kernel.isIdle },
        ticks: Self.patience * kernel.version.hertz)
    } catch {
      return .stuck
    }
  }

  /// The first expectation that does not hold.
  private func firstBroken(on machine: Machine, _ shell: Shell) -> String? {
    session.expectations.first { expectation in
      var status = 0
      let process = try? machine.kernel.spawn("sh", files: .terminal()) { system in
        status = await shell.obey([expectation], system)
        return 0
      }
      let outcome = machine.kernel.run(
        until: { process?.exitStatus != nil }, ticks: Self.patience * machine.kernel.version.hertz)
      return outcome != .finished || status != 0
    }
  }

  private func ending(
    _ outcome: RunOutcome, _ screen: Screen, _ loaded: Set<String>, _ broken: String?,
    on kernel: Kernel
  ) -> Ending {
    var text = screen.text
    let label: String
    var isFailure = true
    if kernel.isPanicked || screen.marks.contains(where: { $0 == "oops" || $0 == "panic" }) {
      label = "crash"
    } else if outcome == .stuck || outcome == .outOfTime {
      label = "hang"
      text += kernel.sleepers.map { "\($0.name) sleeps for ever in \($0.place)\n" }.joined()
    } else if case .lost(let pid) = outcome {
      label = "lost"
      text += "process \(pid) awaits something that is no call of the kernel\n"
    } else if let broken {
      label = "wrong"
      text += "expected, and not so: \(broken)\n"
    } else if screen.marks.contains("watch") {
      label = "dangling"
    } else {
      isFailure = false
      let left = loaded.intersection(kernel.moduleNames)
      label = loaded.isEmpty ? "end" : left.isEmpty ? "unload" : "stay"
    }
    return Ending(label, isFailure: isFailure, text: SeenText(text).text)
  }
}

/// What appears on the terminal of one run.
private final class Screen {
  var text = ""
  var marks: [String] = []
}
