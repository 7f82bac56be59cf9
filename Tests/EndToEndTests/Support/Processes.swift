import Foundation

/// The processes of this machine.
enum Processes {
  /// Those whose environment or arguments mention a text; on Linux only.
  static func mentioning(_ text: String) -> [String] {
    #if os(Linux)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.filter { Int32($0) != nil }.compactMap { name in
        let arguments = contents("/proc/\(name)/cmdline")
        let all = arguments + contents("/proc/\(name)/environ")
        // What has ended and waits to be reaped has neither.
        return all.contains(text) ? "\(name) \(arguments)" : nil
      }
    #else
      return []
    #endif
  }

  /// Those that are still there after a while; none, where they go away.
  static func remaining(mentioning text: String) async throws -> [String] {
    for _ in 0..<600 {
      if mentioning(text).isEmpty { return [] }
      try await Task.sleep(for: .milliseconds(50))
    }
    return mentioning(text)
  }

  private static func contents(_ path: String) -> String {
    let data = (try? FileHandle(forReadingFrom: URL(filePath: path)).readToEnd()) ?? Data()
    return String(decoding: data, as: UTF8.self).replacing("\0", with: " ")
  }
}
