internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Whether somebody has asked the program to stop: by Ctrl-C, or by the signal that asks to end.
enum Interruption {
  private static let hasCome = Atomic(false)

  /// Whether it has come.
  static var isWanted: Bool { hasCome.load(ordering: .relaxed) }

  /// From now on, the first of these signals is taken note of, and the second ends the program.
  static func await() {
    // The variable has to be there before a handler touches it.
    hasCome.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.hasCome.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
