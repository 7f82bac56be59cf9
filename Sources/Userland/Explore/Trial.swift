public import Explorer
public import SimKernel

public func tryExplore(
  _ version: KernelVersion, cpus: Int, preemptible: Bool, modules: [any Module.Type],
  lines: [String], _ explorer: Explorer
) -> Exploration {
  let program = SessionProgram(
    version: version, cpus: cpus, preemptible: preemptible, modules: modules,
    session: ExploredSession(lines))
  return explorer.explore { program.run($0) }
}
