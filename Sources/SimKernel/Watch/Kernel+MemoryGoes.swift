/// Looking for pointers to memory that is about to go. C: `debug_check_no_obj_freed` (from 2.6.26 on),
/// which looks for less.
extension Kernel {
  /// Reports what will lead into the pages of a module when they have gone.
  ///
  /// `regions` are the pages; they must still be mapped, and the module's functions known.
  func watchPages(_ regions: [ModuleRegion], of module: ModuleRecord) {
    guard watch != nil else { return }
    let isAll = regions.contains { $0.start == module.base }
    reportDangling(
      to: MemoryRanges(regions.map { $0.start..<$0.end }),
      "the \(isAll ? "" : "init ")memory of module `\(module.name)`", module.name,
      fate: "a fault, unless something else lies there by then")
    guard isAll else { return }
    watch?.forgetHolders(of: module.address)
    reportEntries(of: module)
  }

  /// Gives back a piece of the heap that the kernel asked for itself.
  func freeOwn(_ address: Address) {
    watchFree(of: address)
    heap.free(address)
  }

  /// Looks at who will still come to a piece of the heap that is about to be given back.
  func watchFree(of address: Address) {
    guard let watch, let bytes = heap.size(of: address) else { return }
    let module = moduleBeingExecuted?.name ?? ""
    reportDangling(
      to: MemoryRanges([address..<(address + bytes)]),
      "a block of \(bytes) bytes at \(printed(address))", module,
      fate: "whatever lies there by then is taken for it")
    watch.freed(address)
  }

  private func reportDangling(
    to memory: MemoryRanges, _ name: String, _ module: String, fate: String
  ) {
    for registration in registrations {
      guard let pointer = registration.pointer(into: memory) else { continue }
      let place = printed(pointer.target)
      let problem =
        pointer.member.isEmpty
        ? "\(name) goes with \(registration.name) in it (\(place))"
        : "\(name) goes, and \(registration.name) leads there (\(pointer.member) \(place))"
      let time = registration.time.isEmpty ? "" : " \(registration.time)"
      let interrupt = registration.isInInterrupt ? ", in an interrupt" : ""
      report(
        WatchReport(
          kind: .danglingRegistration, subject: registration.name,
          address: pointer.target.rawValue, module: module, jiffies: jiffies, problem: problem,
          consequence: "\(registration.follower) will follow it\(time)\(interrupt): \(fate)"))
    }
  }
}
