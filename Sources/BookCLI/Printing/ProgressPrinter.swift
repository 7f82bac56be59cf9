internal import BookModel
internal import ExampleRunner
internal import Foundation

/// Shows how far a run of examples is: one line that is written over, on a terminal only.
final class ProgressPrinter: @unchecked Sendable {
  // Events come from several tasks at once; everything here happens under the lock.
  private let lock = NSLock()
  private let terminal: Terminal
  private var total = 0
  private var finished = 0
  private var isShown = false

  init(_ terminal: Terminal) { self.terminal = terminal }

  func report(_ event: SuiteEvent) {
    guard terminal.showsProgress else { return }
    lock.withLock {
      switch event {
      case .began(let examples): total = examples
      case .compiled(let example, _): show("\(example): compiled")
      case .ended(let session, _, _): show("\(session)")
      case .finished(let example):
        finished += 1
        show(example)
      }
    }
  }

  /// Shows what is being done that is not an example.
  func show(step: String) {
    guard terminal.showsProgress else { return }
    lock.withLock { write("\r\u{1B}[K\(step)…") }
  }

  /// Takes the line away.
  func clear() {
    lock.withLock {
      if isShown { write("\r\u{1B}[K") }
      isShown = false
    }
  }

  private func show(_ what: String) {
    // Longer than a narrow terminal, the line could not be written over.
    write("\r\u{1B}[K[\(finished)/\(total)] \(String(what.prefix(60)))")
  }

  private func write(_ text: String) {
    isShown = true
    Terminal.write(text, to: .standardError)
  }
}
