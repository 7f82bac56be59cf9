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
  func program(_ word: String) -> Program? {
    let folders = ["/bin", "/sbin", "/usr/bin", "/usr/sbin"]
    let name = FilePath.name(word)
    if word.contains("/"), !folders.contains(where: { word == "\($0)/\(name)" }) { return nil }
    return Program.all.first { $0.name == name }
  }
}

extension Program {
  fileprivate static let all: [Program] = [
    .insmod, .rmmod, .lsmod, .dmesg, .mknod, .cat, .echo, .sleep, .su, .head, .tail, .grep, .ls,
    .ps, .true, .false, .test, .bracket, .id, .uname, .pwd, .sh, .bash,
  ]
}
