internal import Explorer
internal import SimKernel

/// A session as a program that can be run in one order after the other: each time on a machine of its
/// own.
struct SessionProgram: @unchecked Sendable {
  // Not Sendable by its types: the modules' classes are only made instances of.

  let options: MachineOptions
  let modules: [any Module.Type]
  let session: ExploredSession

  /// Virtual time after which nobody expects anything more to happen, in seconds.
  private static let patience = 60
  /// Virtual time in which what was left behind may still blow up, in seconds.
  private static let aftermath = 2

  /// Runs it once, in the order that a policy wants.
  func run(_ policy: ExploringPolicy) -> Ending { run(policy, WatchedRun(), isTraced: false) }

  /// Runs it once, and keeps what happens.
  func run(_ policy: ExploringPolicy, _ run: WatchedRun, isTraced: Bool = true) -> Ending {
    do throws(BootError) {
      let machine = try Machine(
        options.version.watched, modules: modules, cpus: options.cpus,
        preemptible: options.preemptible)
      defer { machine.shutDown() }
      machine.kernel.trace.isEnabled = isTraced
      return self.run(on: machine, policy, run)
    } catch {
      return .noMachine(error)
    }
  }

  private func run(
    on machine: Machine, _ policy: ExploringPolicy, _ run: WatchedRun
  ) -> Ending {
    let kernel = machine.kernel
    let shell = Shell(machine: machine)
    kernel.console.output = { run.setUp += $0 }
    guard machine.type(session.setUp, to: shell) == .finished else { return .noStart }
    kernel.console.output = { run.screen += $0 }
    kernel.console.onMark = { run.marks.append($0.name) }
    let loaded = Set(kernel.moduleNames)
    run.beginSteps(on: kernel)
    connect(policy, to: kernel, run)
    var outcome = runScript(on: machine, shell)
    policy.finish()
    kernel.policy = LinuxOrder()
    if policy.isCut { return .cut }
    if outcome == .finished { outcome = passAftermath(on: kernel) }
    let broken = outcome == .finished ? firstBroken(on: machine, shell) : nil
    kernel.concludeWatch()
    return Ending(outcome, run, loaded: loaded, broken: broken, on: kernel)
  }

  private func connect(_ policy: ExploringPolicy, to kernel: Kernel, _ run: WatchedRun) {
    kernel.policy = policy
    policy.isTickAwaited = { [unowned kernel] in kernel.isTickAwaited }
    policy.canSwitch = { [mode = kernel.mode] position in
      mode.allows(.switched, after: position) || mode.allows(.otherProcessor, after: position)
    }
    policy.halt = { [unowned kernel] in kernel.halt() }
    policy.onStep = { [unowned kernel] in run.endStep(on: kernel) }
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

  private func passAftermath(on kernel: Kernel) -> RunOutcome {
    let outcome = kernel.pass(ticks: Self.aftermath * kernel.version.hertz) {
      !kernel.isTickAwaited
    }
    return outcome == .outOfTime ? .finished : outcome
  }

  /// The first expectation that does not hold.
  private func firstBroken(on machine: Machine, _ shell: Shell) -> String? {
    session.expectations.first { expectation in
      var status = 1
      do throws(Errno) {
        let process = try machine.kernel.spawn("sh", files: .terminal()) { system in
          status = await shell.obey([expectation], system)
          return 0
        }
        let outcome = machine.kernel.run(
          until: { process.exitStatus != nil },
          ticks: Self.patience * machine.kernel.version.hertz)
        return outcome != .finished || status != 0
      } catch { return true }
    }
  }
}
