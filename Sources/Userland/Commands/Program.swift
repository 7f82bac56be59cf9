internal import SimKernel

/// A program that the shell can start.
struct Program: Sendable {
  let name: String
  /// Runs it; what it returns is the exit status.
  let main: @Sendable (Invocation) async -> Int
}

/// What a program is started with.
struct Invocation {
  let system: SystemCalls
  let arguments: [String]
  let machine: Machine
}

extension ToolSet {
  /// The program that a word at the prompt starts; nil where there is none.
  ///
  /// A busybox that is also the shell takes a plain name for one of its own; a path leads to the file
  /// there.
  func program(_ word: String) -> Program? {
    let name = FilePath.name(word)
    let isPath = word.contains("/")
    if isPath, !Self.folders.contains(where: { word == "\($0)/\(name)" }) { return nil }
    let own = isBusybox && !isPath ? Program.busyboxModuleTools : []
    return (own + programs).first { $0.name == name }
  }

  /// The names of all programs, and of what the shell does itself.
  var commandNames: [String] { programs.map(\.name) + Builtin.allCases.map(\.rawValue) + ["exec"] }

  private var programs: [Program] {
    moduleTools + Program.common + (isBusybox ? [.busybox] : [])
  }

  private static let folders = ["/bin", "/sbin", "/usr/bin", "/usr/sbin"]

  private var moduleTools: [Program] {
    switch modules {
    case .modutils21, .modutils24:
      [.insmodOfModutils, .rmmodOfModutils, .lsmodOfModutils, .modprobe, .modinfo]
    case .moduleInitTools:
      [
        .insmodOfModuleInitTools, .rmmodOfModuleInitTools, .lsmodOfModuleInitTools, .modprobe,
        .modinfo,
      ]
    case .kmod: [.insmodOfKmod, .rmmodOfKmod, .lsmodOfKmod, .modprobe, .modinfo]
    }
  }
}

extension Program {
  fileprivate static let busyboxModuleTools: [Program] = [
    .insmodOfBusybox, .rmmodOfBusybox, .lsmodOfBusybox,
  ]

  fileprivate static let common: [Program] = [
    .dmesg, .mknod, .cat, .echo, .sleep, .su, .head, .tail, .grep, .ls, .ps, .true, .false, .test,
    .bracket, .id, .uname, .pwd, .sh, .bash, .sysctl,
    .sed, .wc, .cut, .sort, .uniq, .rm, .whoami, .date, .printf, .seq,
  ]
}
