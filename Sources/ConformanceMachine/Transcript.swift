/// What the kernel has printed since it booted, line by line, each with the time at which it began.
final class Transcript {
  private(set) var lines: [String] = []
  private var isLineOpen = false

  /// Adds text that was printed so many milliseconds after the boot.
  func write(_ text: String, at time: Int) {
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 { endLine() }
      if piece.element.isEmpty { continue }
      if isLineOpen {
        lines[lines.count - 1] += piece.element
      } else {
        lines.append(Self.stamp(time) + piece.element)
      }
      isLineOpen = true
    }
  }

  /// `[    4.452000] `.
  private static func stamp(_ time: Int) -> String {
    let seconds = String(time / 1000)
    let fraction = String(time % 1000 * 1000)
    let blanks = String(repeating: " ", count: max(0, 5 - seconds.count))
    let zeros = String(repeating: "0", count: max(0, 6 - fraction.count))
    return "[\(blanks)\(seconds).\(zeros)\(fraction)] "
  }

  private func endLine() {
    if !isLineOpen { lines.append("") }
    isLineOpen = false
  }
}
