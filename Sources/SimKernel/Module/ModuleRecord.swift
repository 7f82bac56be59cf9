/// A module that has memory in the kernel.
///
/// C: `struct module` (`include/linux/module.h` of 2.4).
///
/// Its count and its flags lie in memory, in the header at the start of its pages, where the
/// module's own code changes them.
final class ModuleRecord {
  /// C: `MOD_RUNNING` and its like.
  struct Flags: OptionSet {
    let rawValue: UInt32
    static let running = Flags(rawValue: 1)
    static let deleted = Flags(rawValue: 2)
    static let autoclean = Flags(rawValue: 4)
    static let visited = Flags(rawValue: 8)
    static let usedOnce = Flags(rawValue: 16)
    static let initializing = Flags(rawValue: 64)
  }

  /// Bytes of the header at the start of a module's memory.
  ///
  /// C: `sizeof(struct module)`.
  static let headerSize: UInt64 = 0x60
  /// Where in the header the use count lies.
  ///
  /// C: `uc.usecount`.
  static let useCountOffset: UInt64 = 16
  /// Where in the header the flags lie.
  static let flagsOffset: UInt64 = 20

  let name: String
  let address: Address
  let size: Int
  /// The object that holds the module's variables; nil until it has been initialised.
  var instance: (any Module)?
  /// What taints the kernel about this module, by the kernel's bit numbers.
  ///
  /// C: `taints`.
  var taints: UInt64 = 0
  var initFunction: ModuleFunction?
  var cleanupFunction: ModuleFunction?
  /// Everything that got an address, so that it can be let go of.
  var structures: [ModuleStructure] = []
  /// Everything that can be called.
  var functions: [ModuleFunction] = []
  /// Where pages were added, for what did not fit.
  var extraPages: [Address] = []
  /// Where each string constant lies; the same text is there once.
  var strings: [String: Address] = [:]
  private var nextText: Address
  private var nextData: Address
  private var nextExtra = Address.null
  private var extraEnd = Address.null
  private let textEnd: Address
  private let end: Address

  /// Text that every module has room for, in bytes.
  static let textBytes: UInt64 = 0x800

  init(name: String, address: Address, size: Int) {
    self.name = name
    self.address = address
    self.size = size
    nextText = address + Self.headerSize
    textEnd = nextText + Self.textBytes
    nextData = textEnd
    end = address + UInt64(size)
  }

  var useCountAddress: Address { address + Self.useCountOffset }
  var flagsAddress: Address { address + Self.flagsOffset }

  /// Whether an address lies on the module's pages.
  func contains(_ other: Address) -> Bool {
    other >= address && other < address + UInt64(size)
      || extraPages.contains { other >= $0 && other < $0 + Address.pageSize }
  }

  /// Room for a function; nil where the module's text is full, and the pages added since are too.
  func allocateText(_ bytes: UInt64) -> Address? {
    guard nextText + bytes <= textEnd else { return allocateExtra(bytes) }
    defer { nextText = nextText + bytes }
    return nextText
  }

  /// Room for a variable, aligned as a compiler would; nil where there is none, as for a function.
  func allocateData(_ bytes: UInt64) -> Address? {
    guard nextData + bytes <= end else { return allocateExtra(bytes) }
    defer { nextData = nextData + (bytes + 3) / 4 * 4 }
    return nextData
  }

  /// Adds what is left of pages that were given to the module later.
  func addRoom(from start: Address, to end: Address) {
    nextExtra = Address((start.rawValue + 15) / 16 * 16)
    extraEnd = end
  }

  private func allocateExtra(_ bytes: UInt64) -> Address? {
    guard nextExtra + bytes <= extraEnd else { return nil }
    defer { nextExtra = nextExtra + (bytes + 15) / 16 * 16 }
    return nextExtra
  }
}
