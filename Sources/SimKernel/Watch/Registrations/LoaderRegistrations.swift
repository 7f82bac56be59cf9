/// What modules have of each other: symbols that they are linked to, notifiers, and things that are
/// offered by name.
///
/// C: `mod->deps`, `module_notify_list`, `ime_list` (2.4).
enum LoaderRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    symbols(on: kernel) + notifiers(on: kernel) + offers(on: kernel)
  }

  private static func symbols(on kernel: Kernel) -> [Registration] {
    kernel.modules.flatMap { module in
      module.links.keys.sorted().compactMap { name in
        guard let address = module.links[name], address != .null else { return nil }
        return Registration(
          name: "symbol `\(name)` in module `\(module.name)`",
          pointers: [Registration.Pointer(member: "", target: address)],
          follower: "the next call of it by `\(module.name)`")
      }
    }
  }

  private static func notifiers(on kernel: Kernel) -> [Registration] {
    var registrations: [Registration] = []
    var block = kernel.loading.firstNotifier
    while block != .null, registrations.count < Kernel.longestList {
      let call = kernel.member("notifier_call", at: block)
      registrations.append(
        Registration(
          name: "notifier_block `\(kernel.nameOfFunction(at: call?.target))`",
          pointers: [Registration.Pointer(member: "", target: block)] + [call].compactMap(\.self),
          follower: "the next insmod or rmmod"))
      block = kernel.peek(block + kernel.wordBytes) ?? .null
    }
    return registrations
  }

  private static func offers(on kernel: Kernel) -> [Registration] {
    kernel.loading.interModuleEntries.map { entry in
      Registration(
        name: "inter_module_entry `\(entry.name)`",
        pointers: [Registration.Pointer(member: "owner", target: entry.owner)],
        follower: "the next inter_module_get of it")
    }
  }
}
