import Synchronization

@testable import Explorer
@testable import SimKernel

/// A program without a machine: processes that take steps, each of which touches variables.
struct Toy: Sendable {
  /// What a step does to the variables.
  enum Step: Sendable {
    case read(Int)
    case write(Int)
    /// Adds one to a variable that the process has read before.
    case store(Int)
    case nothing
  }

  let processes: [[Step]]

  /// Runs it once, as a policy wants it; the ending tells the variables.
  func run(_ policy: ExploringPolicy) -> Ending {
    var positions = processes.map { _ in 0 }
    var variables = [0, 0, 0, 0]
    var seen = processes.map { _ in 0 }
    while !policy.isCut {
      let ready = processes.indices.filter { positions[$0] < processes[$0].count }
      guard !ready.isEmpty else { break }
      let choices = ready.map { ScheduleChoice.run(pid: $0, cpu: $0) }
      let process = ready[policy.next(among: choices, at: 0)]
      if policy.isCut { break }
      let step = processes[process][positions[process]]
      positions[process] += 1
      switch step {
      case .nothing: break
      case .read(let variable):
        noteRead(.word(Address(UInt64(variable) * 4)))
        seen[process] = variables[variable]
      case .write(let variable):
        noteWrite(.word(Address(UInt64(variable) * 4)))
        variables[variable] = process + 1
      case .store(let variable):
        noteWrite(.word(Address(UInt64(variable) * 4)))
        variables[variable] = seen[process] + 1
      }
    }
    return Ending("end", isFailure: false, text: "\(variables) \(seen)")
  }

  /// Explores it.
  func explore(
    isReduced: Bool = false, workers: Int = 1, _ change: (inout Limits) -> Void = { _ in }
  ) -> Exploration {
    var limits = Limits()
    change(&limits)
    return Search(
      limits: limits, isReduced: isReduced, workers: workers, program: { run($0) }
    ).run()
  }
}
