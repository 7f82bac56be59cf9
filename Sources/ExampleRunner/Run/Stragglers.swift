#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The last line of defence: processes that outlived everybody who watched them.
enum Stragglers {
  /// Kills every process whose environment names a folder that only its run had; returns how many.
  static func end(mentioning folder: String) -> Int {
    #if os(Linux)
      var ended = 0
      let wanted = Array(folder.utf8)
      for name in Folder(path: "/proc").names {
        guard let pid = pid_t(name), pid != getpid() else { continue }
        guard let environment = Folder(path: "/proc/\(name)").read("environ") else { continue }
        if environment.contains(run: wanted), kill(pid, SIGKILL) == 0 { ended += 1 }
      }
      return ended
    #else
      return 0
    #endif
  }
}

extension [UInt8] {
  /// Whether these bytes occur, one after the other.
  fileprivate func contains(run: [UInt8]) -> Bool {
    guard !run.isEmpty, count >= run.count else { return false }
    return (0...(count - run.count)).contains { self[$0...].starts(with: run) }
  }
}
