#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A process that was stopped (SIGSTOP), and so will never end by itself.
enum StoppedProcess {
  /// Kills the process once it has been stopped for a second, until this task is cancelled.
  ///
  /// A process that is only held up, on a machine that is busy, is left alone however long it takes.
  /// Where the system has no `/proc` nothing is seen, and this waits for the cancellation.
  static func end(_ pid: pid_t) async {
    var seen = 0
    while seen < 2 {
      do { try await Task.sleep(for: .seconds(1)) } catch { return }
      seen = isStopped(pid) ? seen + 1 : 0
    }
    kill(pid, SIGKILL)
  }

  /// The state is the first field behind the name, which stands in brackets and may hold anything.
  private static func isStopped(_ pid: pid_t) -> Bool {
    guard let stat = Folder(path: "/proc/\(pid)").read("stat") else { return false }
    guard let bracket = stat.lastIndex(of: UInt8(ascii: ")")) else { return false }
    return stat[bracket...].dropFirst(2).first == UInt8(ascii: "T")
  }
}
