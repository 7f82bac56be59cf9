extension KernelVersion {
  /// The same kernel, watched: what breaks an invariant is reported when it happens, and not when it
  /// blows up.
  ///
  /// The nearest thing in C is `CONFIG_DEBUG_OBJECTS_FREE` (from 2.6.26 on). Nothing that happens on
  /// the machine is different.
  public var watched: KernelVersion {
    var version = self
    version.configuration.isWatched = true
    return version
  }
}

extension Kernel {
  /// What was reported so far, in order; nothing where the kernel is not ``KernelVersion/watched``.
  public var reports: [WatchReport] { watch?.reports ?? [] }

  /// Keeps a report, and shows it on the terminal; it goes neither into the kernel's log nor to any
  /// program.
  func report(_ report: WatchReport) {
    watch?.reports.append(report)
    record(.reported(kind: report.kind.rawValue, subject: report.subject, module: report.module))
    console.mark("watch") {
      if console.isInLine { console.write("\n") }
      console.write(report.text)
    }
  }

  /// Looks at the machine for the last time: who sleeps for ever, which counts nobody explains, and
  /// what has been left behind.
  ///
  /// ``shutDown()`` does it, but shows nothing on the terminal. Nothing happens the second time, on a
  /// machine that has panicked, and on one that is not watched.
  public func concludeWatch() {
    guard let watch, !watch.isConcluded, !isPanicked, !isTornDown else { return }
    watch.isConcluded = true
    let registrations = self.registrations
    reportSleepers(registrations)
    reportCounts(registrations)
    reportLeftovers()
  }

  /// An address as people read it.
  func printed(_ address: Address) -> String {
    version.architecture.hexadecimal(address.rawValue)
  }
}
