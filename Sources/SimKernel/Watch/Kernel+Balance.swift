/// What does not come out even when everything is over: counts, memory, and entries in tables.
extension Kernel {
  /// Reports the modules that are still there and count uses although nobody is left who would give
  /// one back, or count less than nothing.
  ///
  /// A use is explained by whoever will give it back: a module that uses its symbols, or has taken a
  /// reference and is still there; a process that has one of its files open, or is in its code; a timer,
  /// a task or a piece of work that is still to come.
  func reportCounts(_ registrations: [Registration]) {
    for module in Array(modules).reversed() where state(of: module) != .going {
      let count = useCount(of: module)
      let holders = watch?.holders(of: module.address) ?? []
      let forFiles = holders.first { $0.module == nil }?.count ?? 0
      if count < forFiles {
        let other = forFiles > 0 ? "\(forFiles) are taken for files" : "no count is below zero"
        reportCount(count, of: module, "but \(other)", "more were given back than taken")
      } else if count > 0, !isExplained(module, registrations) {
        let names = holders.map(words).joined(separator: ", and ")
        reportCount(
          count, of: module, "and nobody is left who would give \(count == 1 ? "it" : "them") back",
          names.isEmpty ? "" : "taken " + names)
      }
      func words(_ holder: Watch.Holder) -> String {
        guard let other = holder.module else { return "for a file" }
        return other === module ? "by itself" : "by `\(other.name)`, which has gone"
      }
    }
  }

  private func reportCount(
    _ count: Int, of module: ModuleRecord, _ problem: String, _ consequence: String
  ) {
    report(
      WatchReport(
        kind: .unbalancedCount, subject: "use count \(count)", address: module.address.rawValue,
        module: module.name, jiffies: jiffies,
        problem: "module `\(module.name)` counts \(count == 1 ? "a use" : "\(count) uses"), "
          + problem,
        consequence: consequence))
  }

  private func isExplained(_ module: ModuleRecord, _ registrations: [Registration]) -> Bool {
    if !module.users.isEmpty { return true }
    let holders = watch?.holders(of: module.address) ?? []
    if holders.contains(where: { $0.module.map { $0 !== module && !$0.hasGone } ?? false }) {
      return true
    }
    let pages = MemoryRanges(of: module)
    return registrations.contains { registration in
      guard registration.pointer(into: pages) != nil else { return false }
      return registration.process != nil || registration.isComing
    }
  }

  /// Reports what modules that have gone have left: memory that nobody freed.
  func reportLeftovers() {
    guard let watch else { return }
    var blocks = watch.leakedBlocks[...]
    while let first = blocks.first {
      let own = blocks.filter { $0.module === first.module }
      blocks.removeAll { $0.module === first.module }
      let bytes = own.reduce(0) { $0 + $1.bytes }
      let many = own.count == 1 ? "" : " in \(own.count) blocks"
      report(
        leftover(
          .leakedMemory, "kmalloc", first.address, of: first.module,
          "module `\(first.module.name)` has gone and has not freed \(bytes) bytes\(many)",
          own.count == 1
            ? "they lie at \(printed(first.address))"
            : "the first of them lie at \(printed(first.address))"))
    }
  }

  /// Reports what a module that goes leaves in tables that hold no pointers: numbers and names.
  func reportEntries(of module: ModuleRecord) {
    guard let watch else { return }
    for region in devices.regions.inOrder {
      let entry = Watch.Entry.region(major: region.major, baseMinor: region.baseMinor)
      guard watch.taker(of: entry) === module else { continue }
      reportEntry(
        "chrdev region \(region.major):\(region.baseMinor) `\(region.name)`", of: module,
        "nobody else can have these numbers")
    }
    for name in devices.classes.all {
      guard watch.taker(of: .deviceClass(name)) === module else { continue }
      reportEntry("class `\(name)`", of: module, "nobody else can make a class of that name")
    }
    for address in deferred.workqueues.keys.sorted() {
      guard watch.taker(of: .workqueue(address)) === module else { continue }
      let name = deferred.workqueues[address]?.name ?? ""
      reportEntry("workqueue `\(name)`", of: module, "nobody can destroy it any more")
    }
  }

  private func reportEntry(_ name: String, of module: ModuleRecord, _ consequence: String) {
    report(
      leftover(
        .leftBehind, name, .null, of: module,
        "module `\(module.name)` goes and leaves \(name) behind", consequence))
  }

  private func leftover(
    _ kind: WatchReport.Kind, _ subject: String, _ address: Address, of module: ModuleRecord,
    _ problem: String, _ consequence: String
  ) -> WatchReport {
    WatchReport(
      kind: kind, subject: subject, address: address.rawValue, module: module.name,
      jiffies: jiffies, problem: problem, consequence: consequence)
  }
}
