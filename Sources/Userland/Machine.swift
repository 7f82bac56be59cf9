public import SimKernel

/// A simulated machine with somebody at its terminal: a kernel, an init process, a shell, and
/// modules in the current folder.
public final class Machine {
  /// The kernel that it runs.
  public let kernel: Kernel
  /// The programs that it has.
  public let tools: ToolSet
  /// What lies in the object files.
  let library: ModuleLibrary
  /// How each process was started: its name and its arguments, by its number.
  var commandLines: [Int: [String]] = [:]
  /// How many commands the lines that are being typed may still execute.
  private var commandsLeft = 0

  /// Boots a machine.
  ///
  /// - Parameters:
  ///   - version: Which kernel it runs.
  ///   - modules: The modules whose object files lie in the current folder.
  ///   - files: More files for `insmod`, each at its own path: modules that were built for another
  ///     kernel, patched, or are none.
  ///   - cpus: How many processors it has.
  ///   - preemptible: Whether a process can lose its processor in the middle of the kernel.
  ///   - tools: The programs that it has; nil for those that belong to the kernel.
  ///   - policy: What decides where a real machine leaves it open.
  /// - Throws: ``BootError`` where the host has no memory left for it, or where there is no such
  ///   machine.
  public init(
    _ version: KernelVersion = .v2_4, modules: [any Module.Type] = [],
    files: [ModuleFile] = [], cpus: Int = 1, preemptible: Bool = false, tools: ToolSet? = nil,
    policy: any SchedulePolicy = LinuxOrder()
  ) throws(BootError) {
    guard (1...32).contains(cpus) else {
      throw .notBuilt("a machine with \(cpus) processors; there are those with 1 to 32")
    }
    guard !preemptible || version.canBePreempted else {
      throw .notBuilt("a Linux \(version.release) that is preempted; Linux 2.6 and later can be")
    }
    let mode = SchedulingMode(processors: cpus, isPreemptible: preemptible)
    kernel = try Kernel(version, mode: mode, policy: policy)
    self.tools = tools ?? .of(version)
    library = ModuleLibrary(modules, files, suffix: self.tools.objectSuffix)
    library.install(on: kernel)
    do throws(Errno) {
      // The first process of every machine.
      let first = try kernel.spawn("init") { system in
        while true {
          do throws(Errno) { try await system.pause() } catch { return 0 }
          await system.reapOrphans()
        }
      }
      commandLines[first.pid] =
        self.tools.isBusybox ? ["/bin/busybox", "sh", "/init"] : ["init"]
    } catch {
      throw .outOfMemory
    }
  }

  /// Types lines at the shell's prompt, one after the other, each after the one before has ended.
  ///
  /// What appears on the terminal goes to the kernel's console, the typed lines with their prompts
  /// included.
  /// - Returns: How it ended; ``RunOutcome/finished`` where every line was executed, or the shell was
  ///   told to exit.
  public func type(_ lines: [String]) -> RunOutcome { type(lines, to: Shell(machine: self)) }

  /// The same, for a shell that may go on to execute other lines later.
  func type(_ lines: [String], to terminalShell: Shell) -> RunOutcome {
    allowCommands()
    let session = ShellSession(shell: terminalShell, lines: lines)
    var isComplete = false
    do throws(Errno) {
      let shell = try kernel.spawn(tools.shell.rawValue, files: .terminal()) { system in
        await session.run(system) { isComplete = true }
      }
      commandLines[shell.pid] = ["-\(tools.shell.rawValue)"]
      let outcome = kernel.run(until: { shell.exitStatus != nil }, ticks: longestSession)
      // A shell that dies while it closes its files has executed every line all the same.
      guard outcome == .finished, !isComplete, let status = shell.exitStatus, status & 0x7f != 0
      else { return outcome }
      return .killed(signal: status & 0x7f)
    } catch {
      return .stuck
    }
  }

  /// Virtual time that a session may take: a day, in ticks.
  private var longestSession: Int { 24 * 3600 * kernel.version.hertz }

  /// Lets what is typed next execute as many commands as anybody could want.
  func allowCommands() { commandsLeft = 100_000 }

  /// Counts a command that a shell executes; false where there have been more than anybody types.
  func takeCommand() -> Bool {
    commandsLeft -= 1
    return commandsLeft >= 0
  }

  /// What a shell says then.
  static let commandsAreUsedUp = "100,000 commands: the session does not come to its end"

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
