extension Oops22 {
  /// C: `panic` (`kernel/panic.c`).
  static func panic(_ report: PanicReport) -> [LogPiece] {
    var text = LogText()
    text.print("Kernel panic: \(report.text)\n", .emergency)
    if report.isIdle {
      text.print("In swapper task - not syncing\n", .emergency)
    } else if report.isInInterrupt {
      text.print("In interrupt handler - not syncing\n", .emergency)
    }
    text.printRestart(report)
    return text.pieces
  }
}

extension Oops24 {
  /// C: `panic` (`kernel/panic.c`).
  static func panic(_ report: PanicReport) -> [LogPiece] {
    var text = LogText()
    text.print("Kernel panic: \(report.text)\n", .emergency)
    if report.isInInterrupt {
      text.print("In interrupt handler - not syncing\n", .emergency)
    } else if report.isIdle {
      text.print("In idle task - not syncing\n", .emergency)
    }
    text.printRestart(report)
    return text.pieces
  }
}

extension Oops26 {
  /// C: `panic` (`kernel/panic.c`).
  static func panic(_ report: PanicReport) -> [LogPiece] {
    var text = LogText()
    text.print("Kernel panic - not syncing: \(report.text)\n", .emergency)
    text.printRestart(report)
    return text.pieces
  }
}

extension Oops61 {
  /// C: `panic` (`kernel/panic.c`).
  static func panic(_ report: PanicReport) -> [LogPiece] {
    var text = LogText()
    text.print("Kernel panic - not syncing: \(report.text)\n", .emergency)
    if let dump = report.dump { printDump(dump, in: &text) }
    switch report.offset {
    case .disabled: text.print("Kernel Offset: disabled\n", .emergency)
    case .bytes(let bytes):
      text.print(
        "Kernel Offset: 0x\(bytes.hex()) from 0xffffffff81000000 "
          + "(relocation range: 0xffffffff80000000-0xffffffffbfffffff)\n", .emergency)
    }
    if report.timeout > 0 {
      text.printRestart(report)
    } else {
      text.print(
        "---[ end Kernel panic - not syncing: \(report.text) ]---\n", .emergency)
    }
    return text.pieces
  }
}

extension LogText {
  /// C: the end of `panic`; the line is left open, the machine starts again.
  fileprivate mutating func printRestart(_ report: PanicReport) {
    guard report.timeout > 0 else { return }
    self.print("Rebooting in \(report.timeout) seconds..", .emergency)
  }
}
