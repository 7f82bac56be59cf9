/// Work that is on a queue.
///
/// C: `struct work_struct` (from 2.6 on).
enum WorkRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    let layout = WorkLayout(kernel.version)
    return kernel.deferred.pools.keys.sorted().flatMap { list in
      let thread = kernel.deferred.pools[list]?.name ?? ""
      return kernel.peekList(list).map { entry in
        let work = entry - layout.entry
        let function = kernel.member("func", at: work + layout.function)
        return Registration(
          name: "work_struct `\(kernel.nameOfFunction(at: function?.target))`",
          pointers: [Registration.Pointer(member: "", target: work)]
            + [function].compactMap(\.self),
          follower: "the thread \(thread)", isComing: true)
      }
    }
  }
}
