/// Files under `/proc` that modules serve.
///
/// C: `struct proc_dir_entry`.
enum ProcRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    kernel.procEntries.map { entry in
      Registration(
        name: "/proc/\(entry.name)", pointers: pointers(of: entry, on: kernel),
        follower: "whoever next reads /proc/\(entry.name)")
    }
  }

  /// The pointers that are followed from an entry on; the entry itself is the kernel's.
  static func pointers(of entry: ProcEntry, on kernel: Kernel) -> [Registration.Pointer] {
    let member =
      switch entry.service {
      case .text(let isInfo): isInfo ? "get_info" : "read_proc"
      case .operations: kernel.version.files.notesMethodsAtOpen ? "proc_ops" : "proc_fops"
      case .show: "single_show"
      }
    let owner =
      kernel.wordBytes == 4
      ? kernel.member("owner", at: entry.address + ProcEntry.ownerOffset) : nil
    return [owner, kernel.member(member, at: entry.address + entry.functionOffset)].compactMap(
      \.self)
  }
}
