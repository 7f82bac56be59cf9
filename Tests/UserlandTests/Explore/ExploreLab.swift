import Explorer
import SimKernel

@testable import Userland

/// A session and a machine to explore it on.
struct ExploreLab {
  var options: MachineOptions
  var modules: [any Module.Type] = []
  var lines: [String]
  var workers = 1
  var ticks = 2

  init(
    _ lines: String..., modules: [any Module.Type] = [], machine: [String] = []
  ) throws {
    self.lines = lines
    self.modules = modules
    options = try MachineOptions(machine)
  }

  var program: SessionProgram {
    SessionProgram(options: options, modules: modules, session: ExploredSession(lines))
  }

  var explorer: Explorer {
    var explorer = Explorer()
    explorer.workers = workers
    explorer.limits.ticks = ticks
    return explorer
  }

  /// What there is to find.
  func found(isReduced: Bool = true) -> Exploration {
    var explorer = explorer
    explorer.isReduced = isReduced
    return explorer.explore { [program] in program.run($0) }
  }

  /// What a person reads, and how it ended.
  func report(
    named name: String = "lab", _ change: (inout Explorer) -> Void = { _ in }
  ) -> (text: String, verdict: SessionExplorer.Verdict) {
    let page = Page()
    var session = sessionExplorer(named: name, page)
    change(&session.explorer)
    let verdict = session.explore()
    return (page.text, verdict)
  }

  /// What a person reads who replays a token.
  func replay(_ token: String, named name: String = "lab") throws(TokenProblem) -> String {
    let page = Page()
    _ = try sessionExplorer(named: name, page).replay(token)
    return page.text
  }

  private func sessionExplorer(named name: String, _ page: Page) -> SessionExplorer {
    SessionExplorer(
      program: program, explorer: explorer, fingerprint: Fingerprint(name),
      put: { page.text += $0 })
  }

  /// What has been written.
  private final class Page { var text = "" }
}

/// The word that a report says can be replayed.
func token(in report: String) -> String? {
  report.split(separator: "\n").last { $0.hasPrefix("replay it with: ") }
    .map { String($0.dropFirst("replay it with: ".count)) }
}
