#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The process that a scratch folder belongs to, as the folder's name tells it.
struct ScratchOwner: Sendable, Hashable {
  var pid: Int32
  /// When it was started, as the system counts; 0 where that is unknown.
  ///
  /// Another process may get its number later.
  var start: Int

  /// This process.
  static let current = ScratchOwner(pid: getpid(), start: start(of: getpid()))

  private init(pid: Int32, start: Int) {
    self.pid = pid
    self.start = start
  }

  /// Reads the name of a scratch folder; nil where it names nobody.
  init?(folder name: String) {
    let parts = name.split(separator: ".")
    guard parts.count == 3, let pid = Int32(parts[0]), let start = Int(parts[1]), pid > 0
    else { return nil }
    self.init(pid: pid, start: start)
  }

  /// How the names of its folders begin.
  var prefix: String { "\(pid).\(start)." }

  /// Whether it has ended.
  var isGone: Bool {
    if kill(pid, 0) != 0, errno == ESRCH { return true }
    let now = Self.start(of: pid)
    return start != 0 && now != 0 && start != now
  }

  private static func start(of pid: Int32) -> Int {
    #if os(Linux)
      let status = Folder(path: "/proc/\(pid)").read("stat") ?? []
      // The second value is the program's name in brackets, and may hold anything.
      guard let end = status.lastIndex(of: UInt8(ascii: ")")) else { return 0 }
      let values = status[end...].split(separator: UInt8(ascii: " ")).dropFirst()
      // It is the 22nd value of all.
      return values.dropFirst(19).first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    #else
      return 0
    #endif
  }
}
