/// What the kernel has printed since it booted, line by line.
final class Transcript {
  private(set) var lines: [String] = []
  private var isLineOpen = false

  func write(_ text: String) {
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 { endLine() }
      if piece.element.isEmpty { continue }
      if isLineOpen {
        lines[lines.count - 1] += piece.element
      } else {
        lines.append(String(piece.element))
      }
      isLineOpen = true
    }
  }

  private func endLine() {
    if !isLineOpen { lines.append("") }
    isLineOpen = false
  }
}
