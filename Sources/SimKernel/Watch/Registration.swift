/// Something by which the kernel will come to somebody's memory: a device in a table, an open file, a
/// timer that is armed, a process that returns there.
struct Registration {
  /// A pointer that is followed on the way.
  struct Pointer {
    /// Which member it is, in C; empty where it leads to the structure itself.
    let member: String
    /// Where it leads.
    let target: Address
  }

  /// What it is, in C's terms: ``timer_list `tick` ``.
  let name: String
  /// The pointers, in the order in which they are followed.
  let pointers: [Pointer]
  /// Who will follow them.
  let follower: String
  /// When that will be: `when it wakes`; empty where the follower says it.
  var time = ""
  /// Whether that happens in an interrupt.
  var isInInterrupt = false
  /// The process that has it, by its descriptor or its stack; nil where it is nobody's.
  var process: Process?
  /// Whether it is the place that the process sleeps at.
  var isSleep = false
  /// Whether it will come to that by itself, though nobody asks for it.
  var isComing = false

  /// The first pointer that leads to memory; what comes after it is read from there.
  func pointer(into memory: MemoryRanges) -> Pointer? {
    pointers.first { memory.contains($0.target) }
  }
}

/// A kind of registration: it lists every one that the kernel keeps, from the kernel's tables and from
/// what lies in memory.
///
/// What it reads is not followed by the kernel: nothing faults, and nothing is changed by it.
protocol RegistrationSource: SendableMetatype {
  /// All registrations of this kind.
  static func registrations(on kernel: Kernel) -> [Registration]
}

/// A few runs of memory.
struct MemoryRanges {
  private let ranges: [Range<Address>]

  init(_ ranges: [Range<Address>]) { self.ranges = ranges }

  /// All pages of a module.
  init(of module: ModuleRecord) { self.init(module.regions.map { $0.start..<$0.end }) }

  func contains(_ address: Address) -> Bool { ranges.contains { $0.contains(address) } }
}

extension Kernel {
  /// Every registration that the kernel keeps, kind by kind.
  var registrations: [Registration] {
    let kinds: [any RegistrationSource.Type] = [
      DeviceRegistrations.self, OpenFileRegistrations.self, ProcRegistrations.self,
      TimerRegistrations.self, TaskRegistrations.self, WorkRegistrations.self,
      SleeperRegistrations.self, LoaderRegistrations.self, CodeRegistrations.self,
    ]
    return kinds.flatMap { $0.registrations(on: self) }
  }

  /// The pointer that lies at an address, for somebody who only looks; nil where nothing is mapped
  /// there, or it is null.
  func peek(_ address: Address) -> Address? {
    guard let word = memory.loadWord(address), word != 0 else { return nil }
    return Address(word)
  }

  /// A pointer that is a member of a structure, with its name; nil where it is null.
  func member(_ name: String, at address: Address) -> Registration.Pointer? {
    peek(address).map { Registration.Pointer(member: name, target: $0) }
  }

  /// The entries of a list, without its head: at most as many as any list can have.
  ///
  /// One that leads into memory that has gone ends there.
  func peekList(_ head: Address) -> [Address] {
    var entries: [Address] = []
    var seen: Set<Address> = [head]
    var entry = peek(head)
    while let next = entry, seen.insert(next).inserted {
      entries.append(next)
      entry = peek(next)
    }
    return entries
  }

  /// What is called at an address, for people.
  func nameOfFunction(at address: Address?) -> String {
    guard let address else { return "a null pointer" }
    return functions[address]?.name ?? printed(address)
  }
}
