/// What a machine that is watched remembers beside what the kernel does: who allocated, took or
/// counted what.
///
/// Nothing of it has any effect on what happens.
final class Watch {
  /// Something in a table of the kernel's that holds no pointer to whoever put it there.
  enum Entry: Hashable {
    case region(major: Int, baseMinor: Int)
    case deviceClass(String)
    case workqueue(Address)
  }

  /// A piece of the heap that a module has.
  struct Block {
    let address: Address
    let module: ModuleRecord
    let bytes: Int
  }

  /// A module that counts a use of another one, or of itself; nil for the kernel, on behalf of a file.
  struct Holder {
    let module: ModuleRecord?
    var count: Int
  }

  /// Everything that was reported, in order.
  var reports: [WatchReport] = []
  /// Whether the machine has been looked at for the last time.
  var isConcluded = false
  private var blocks: [Address: Block] = [:]
  private var takers: [Entry: ModuleRecord] = [:]
  private var holders: [Address: [Holder]] = [:]

  /// Notes that a module has a piece of the heap.
  func allocated(_ address: Address, bytes: Int, by module: ModuleRecord) {
    blocks[address] = Block(address: address, module: module, bytes: bytes)
  }

  /// Notes that it was given back.
  func freed(_ address: Address) { blocks[address] = nil }

  /// The piece of the heap in which an address lies.
  func block(containing address: Address) -> Block? {
    blocks.values.first { $0.address <= address && address < $0.address + UInt64($0.bytes) }
  }

  /// What modules have that have gone, by address.
  var leakedBlocks: [Block] {
    blocks.values.filter(\.module.hasGone).sorted { $0.address < $1.address }
  }

  /// Notes who put something into a table.
  func took(_ entry: Entry, by module: ModuleRecord?) { takers[entry] = module }

  /// The module that put something into a table.
  func taker(of entry: Entry) -> ModuleRecord? { takers[entry] }

  /// Notes that a module's count goes up or down.
  func counted(_ header: Address, by change: Int, _ module: ModuleRecord?) {
    let index = holders[header]?.firstIndex { $0.module === module }
    guard let index else {
      return holders[header, default: []].append(Holder(module: module, count: change))
    }
    holders[header]?[index].count += change
  }

  /// Who has references to the module whose header lies at an address.
  func holders(of header: Address) -> [Holder] { (holders[header] ?? []).filter { $0.count > 0 } }

  /// Forgets who had references to a module that has gone.
  func forgetHolders(of header: Address) { holders[header] = nil }
}

extension ModuleRecord {
  /// Whether its memory has been taken away.
  var hasGone: Bool { listSlot == nil && instance == nil }
}
