internal import SimKernel

/// Which machine a session asks for: `--kernel=2.4 --cpus=2 --preemptible --watched`.
struct MachineOptions: Equatable {
  /// Why there is no such machine, as a sentence for whoever wrote the session.
  struct Problem: Error, Equatable {
    let message: String
  }

  var version = KernelVersion.v2_4
  var cpus = 1
  var preemptible = false
  /// Whether what breaks an invariant is reported on the terminal.
  var watched = false

  /// The kernel that the machine is to run.
  var kernel: KernelVersion { watched ? version.watched : version }

  /// The kernels that there are, by the names that a session gives them.
  ///
  /// The teaching variants go by their whole release: `2.6.24-twostage`, `2.6.24-broken-b1`.
  static let kernels: [(name: String, version: KernelVersion)] =
    [("2.2", .v2_2), ("2.4", .v2_4), ("2.6", .v2_6), ("6.1", .v6_1)]
    + KernelVersion.variants.map { ($0.release, $0) }
  /// How many processors a machine can have.
  static let cpuCounts = 1...8

  /// The machine as a number, by which tokens know it: the kernel's place in the list, the processors, and
  /// whether it is preempted.
  var number: UInt16 {
    let kernel = Self.kernels.firstIndex { $0.version.release == version.release } ?? 0
    return UInt16(truncatingIfNeeded: kernel << 8 | cpus << 1 | (preemptible ? 1 : 0))
  }

  /// What a session says to get the machine of a number.
  static func words(for number: UInt16) -> String {
    let kernel = Int(number >> 8)
    let name = kernels.indices.contains(kernel) ? kernels[kernel].name : "unknown"
    return "kernel=\(name) cpus=\(number >> 1 & 0x7f)" + (number & 1 == 1 ? " preemptible" : "")
  }

  /// A machine that nobody had to ask for in words.
  init(_ version: KernelVersion, _ mode: SchedulingMode) {
    self.version = version
    cpus = mode.processors
    preemptible = mode.isPreemptible
  }

  /// Reads what follows the session's file on the command line.
  init(_ arguments: [String]) throws(Problem) {
    var rest = arguments[...]
    var given: [String] = []
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        throw Problem(message: "'\(argument)' is no option: a session may say \(Self.words)")
      }
      let parts = argument.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false
      ).map(String.init)
      let key = parts.first ?? ""
      guard !given.contains(key) else { throw Problem(message: "'\(key)' is given twice") }
      given.append(key)
      switch key {
      case "kernel": version = try Self.kernel(parts.dropFirst().first ?? rest.popFirst())
      case "cpus": cpus = try Self.cpus(parts.dropFirst().first ?? rest.popFirst())
      case "preemptible", "watched":
        guard parts.count == 1 else { throw Problem(message: "'\(key)' takes no value") }
        if key == "watched" { watched = true } else { preemptible = true }
      default: throw Problem(message: "unknown word '\(key)': a session may say \(Self.words)")
      }
    }
  }

  static let words =
    "kernel=VERSION, cpus=NUMBER, preemptible, watched, \(ExploreOptions.words)"

  private static func kernel(_ name: String?) throws(Problem) -> KernelVersion {
    let all = kernels.map(\.name).joined(separator: ", ")
    guard let name else { throw Problem(message: "'kernel' needs a value: one of \(all)") }
    guard let known = kernels.first(where: { $0.name == name }) else {
      throw Problem(message: "there is no kernel '\(name)': it is one of \(all)")
    }
    return known.version
  }

  private static func cpus(_ text: String?) throws(Problem) -> Int {
    let range = "from \(cpuCounts.lowerBound) to \(cpuCounts.upperBound)"
    guard let text else { throw Problem(message: "'cpus' needs a value: a number \(range)") }
    guard let number = Int(text), cpuCounts.contains(number) else {
      throw Problem(message: "'\(text)' is no good value of 'cpus': it is a number \(range)")
    }
    return number
  }
}
