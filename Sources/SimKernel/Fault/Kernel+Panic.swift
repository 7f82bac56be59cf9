extension Kernel {
  /// Stops the machine, with its last words.
  ///
  /// Nothing runs on it any more. Any context. C: `panic`.
  ///
  /// - Parameters:
  ///   - text: Why.
  ///   - isAfterOops: Whether an oops has just shown who called; else 6.1 shows it.
  func panic(_ text: String, isAfterOops: Bool = false) {
    guard lastWords == nil else { return }
    let report = PanicReport(
      text: text, isInInterrupt: isInInterrupt, isIdle: current === processor.idle,
      dump: isAfterOops ? nil : stackDump(), offset: kernelOffset)
    console.mark("panic") { printk(version.oops.panic(report)) }
    stop(text)
  }

  /// Stops the machine where it cannot say so any more.
  func stop(_ reason: String) {
    guard lastWords == nil else { return }
    record(.panic(reason))
    lastWords = reason
  }

  /// The kernel lies where it was linked; one that could lie elsewhere says how far that is.
  private var kernelOffset: PanicReport.Offset {
    version.configuration.isRelocatable ? .bytes(0) : .disabled
  }
}
