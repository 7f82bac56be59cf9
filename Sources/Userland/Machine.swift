public import SimKernel

/// A simulated machine with somebody at its terminal: a kernel, an init process, a shell, and
/// modules in the current folder.
public final class Machine {
  /// The kernel that it runs.
  public let kernel: Kernel
  /// The classes whose object files `insmod` finds.
  private let modules: [any Module.Type]

  /// Boots a machine.
  ///
  /// - Parameters:
  ///   - version: Which kernel it runs.
  ///   - modules: The modules whose object files lie in the current folder.
  ///   - cpus: How many processors it has.
  ///   - preemptible: Whether the kernel itself can be preempted.
  ///   - policy: What decides where a real machine leaves it open.
  /// - Throws: ``BootError`` where the host has no memory left for it.
  public init(
    _ version: KernelVersion = .v2_4, modules: [any Module.Type] = [], cpus: Int = 1,
    preemptible: Bool = false, policy: any SchedulePolicy = LinuxOrder()
  ) throws(BootError) {
    let mode = SchedulingMode(processors: cpus, isPreemptible: preemptible)
    kernel = try Kernel(version, mode: mode, policy: policy)
    self.modules = modules
    do throws(Errno) {
      // The first process of every machine.
      try kernel.spawn("init") { system in
        while true {
          do throws(Errno) { try await system.pause() } catch { return 0 }
          await system.reapOrphans()
        }
      }
    } catch {
      throw .outOfMemory
    }
  }

  /// What lies in the object file of a module; nil where there is none of that name.
  func image(named name: String) -> ModuleImage? {
    modules.first { Self.moduleName(of: $0) == name }.map { ModuleImage(name: name, type: $0) }
  }

  /// The name of the object file that a class would be compiled to: `NoisyTimer` becomes
  /// `noisy_timer`.
  static func moduleName(of type: any Module.Type) -> String {
    var name = ""
    for character in String(describing: type) {
      if character.isUppercase, !name.isEmpty { name += "_" }
      name += character.lowercased()
    }
    return name
  }

  /// Types lines at the shell's prompt, one after the other, each after the one before has ended.
  ///
  /// What appears on the terminal goes to the kernel's console, the typed lines with their prompts
  /// included.
  /// - Returns: How it ended; ``RunOutcome/finished`` where every line was executed, or the shell was
  ///   told to exit.
  public func type(_ lines: [String]) -> RunOutcome {
    let session = ShellSession(machine: self, lines: lines)
    do throws(Errno) {
      let shell = try kernel.spawn("bash", files: .terminal()) { system in
        await session.run(system)
      }
      let outcome = kernel.run(until: { shell.exitStatus != nil }, ticks: longestSession)
      // A shell that dies while it closes its files has executed every line all the same.
      guard outcome == .finished, !session.isComplete, let status = shell.exitStatus else {
        return outcome
      }
      return .killed(signal: status & 0x7f)
    } catch {
      return .stuck
    }
  }

  /// Virtual time that a session may take: a day, in ticks.
  private var longestSession: Int { 24 * 3600 * kernel.version.hertz }

  /// Takes the machine down.
  ///
  /// What is suspended on it ends, and gives back the host's memory.
  public func shutDown() { kernel.shutDown() }
}

extension SystemCalls {
  /// Takes out of the table whoever has ended and has no other parent left, as the first process
  /// does.
  fileprivate func reapOrphans() async {
    for child in kernel.processTable where child.parentPID == process.pid {
      if child.exitStatus != nil { _ = try? await wait(for: child.pid) }
    }
  }
}
