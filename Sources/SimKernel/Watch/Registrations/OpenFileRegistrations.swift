/// Files that processes have open, or have mapped.
///
/// C: `f_op` of `struct file`.
enum OpenFileRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    var seen: Set<ObjectIdentifier> = []
    return kernel.processes.all.flatMap { process -> [Registration] in
      guard process.exitStatus == nil, let table = process.files else { return [] }
      return table.all.compactMap { file in
        guard seen.insert(ObjectIdentifier(file)).inserted else { return nil }
        return registration(of: file, process, on: kernel)
      }
    }
  }

  private static func registration(
    of file: File, _ process: Process, on kernel: Kernel
  ) -> Registration? {
    let who = "\(process.name) (pid \(process.pid))"
    var name = "open file"
    let pointers: [Registration.Pointer]
    switch file.backing {
    case .device(let operations):
      name += " \(file.inode.major):\(file.inode.minor)"
      let cdev = file.cdev.map { DeviceRegistrations.pointers(of: $0, on: kernel) } ?? []
      pointers =
        [Registration.Pointer(member: "f_op", target: operations)]
        + cdev.map { Registration.Pointer(member: "i_cdev", target: $0.target) }
    case .procEntry(let entry):
      name += " /proc/\(entry.name)"
      pointers = ProcRegistrations.pointers(of: entry, on: kernel)
    case .procFile(let open):
      name += " /proc/\(open.entry.name)"
      // Once it has been removed, the calls of an open file go nowhere.
      pointers = open.entry.isDeleted ? [] : ProcRegistrations.pointers(of: open.entry, on: kernel)
    default: return nil
    }
    return Registration(
      name: "\(name) of \(who)", pointers: pointers, follower: "the next call of \(who) on it",
      process: process)
  }
}

extension FileTable {
  /// Every file that is open or mapped, by descriptor.
  var all: [File] { files.compactMap(\.self) + mappedFiles }
}
