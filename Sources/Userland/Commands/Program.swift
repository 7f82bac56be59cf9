internal import SimKernel

/// A program that the shell can start.
struct Program: Sendable {
  let name: String
  /// Runs it; what it returns is the exit status.
  let main: @Sendable (Invocation) async -> Int

  /// The program of a name, with or without the folder that it lies in.
  static func named(_ name: String) -> Program? {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    return all.first { $0.name == base }
  }

  private static var all: [Program] {
    [.insmod, .rmmod, .lsmod, .dmesg, .mknod, .cat, .echo, .sleep, .su, .tail, .ps]
  }
}

/// What a program is started with.
struct Invocation {
  let system: SystemCalls
  let arguments: [String]
  let machine: Machine
}
