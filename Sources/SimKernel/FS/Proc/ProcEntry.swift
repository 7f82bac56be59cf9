/// A file under `/proc` that a module serves.
///
/// C: `struct proc_dir_entry`.
///
/// The kernel makes it on its own heap: it outlives the module, and only its pointers to the
/// module's functions go stale.
final class ProcEntry {
  /// What a process gets that reads it.
  enum Service {
    /// The text that a function writes. C: `read_proc`, and `get_info` where `isInfo`.
    case text(isInfo: Bool)
    /// What operations of its own do. C: `proc_fops` of 2.6.24, `proc_ops` of 6.1.
    case operations
    /// The whole text that a function shows, made when the file is read first.
    /// C: `single_show`.
    case show
  }

  let name: String
  let address: Address
  let service: Service
  /// Who may read and write it, as nine bits.
  let permissions: Int
  /// How many open files refer to it.
  @Footprinted(.procEntries) var count = 0
  /// Set when it was removed while somebody had it open.
  @Footprinted(.procEntries) var isDeleted = false
  /// How many calls of the module's functions are under way.
  ///
  /// C: `in_use`, `pde_users`.
  @Footprinted(.procEntries) var runningCalls = 0
  /// Open files whose module has still to be told that they are closed, newest last.
  ///
  /// C: `pde_openers`.
  @Footprinted(.procEntries) private(set) var openers: [ProcFile?] = []
  /// Who waits until no call is under way.
  ///
  /// C: `pde_unload_completion`.
  @Footprinted(.procEntries) var remover: Process? = nil

  /// Bytes of the structure.
  static let bytes = 80
  /// Where in it the pointer to the function that writes the file's text stands.
  ///
  /// C: `read_proc`.
  static let readOffset: UInt64 = 0x38
  /// C: `get_info`.
  static let infoOffset: UInt64 = 0x20
  /// Where the module stands that is counted while somebody has the file open.
  ///
  /// C: `owner`, of 2.4 and 2.6.24.
  static let ownerOffset: UInt64 = 0x24
  /// Where the pointer to the operations stands.
  ///
  /// C: `proc_fops` of 2.6.24, `proc_ops` of 6.1.
  static let operationsOffset: UInt64 = 0x30

  init(
    name: String, address: Address, service: Service = .text(isInfo: false),
    permissions: Int = 0o444
  ) {
    self.name = name
    self.address = address
    self.service = service
    self.permissions = permissions
  }

  /// The newest open file whose module has still to be told.
  var newestOpener: ProcFile? { openers.last ?? nil }

  func add(_ opener: ProcFile) {
    opener.slot = openers.count
    openers.append(opener)
  }

  func remove(_ opener: ProcFile) {
    guard let slot = opener.slot else { return }
    opener.slot = nil
    openers[slot] = nil
    while let last = openers.last, last == nil { openers.removeLast() }
  }

  /// Where the pointer stands that reading it follows.
  var functionOffset: UInt64 {
    switch service {
    case .text(let isInfo): isInfo ? Self.infoOffset : Self.readOffset
    case .operations, .show: Self.operationsOffset
    }
  }
}

/// One open file of an entry that has operations of its own.
///
/// C: `struct pde_opener` (6.1).
final class ProcFile {
  let entry: ProcEntry
  /// Set once somebody has begun to tell the module that it is closed.
  @Footprinted(.procEntries) var isClosing = false
  /// Set once the module has been told.
  @Footprinted(.procEntries) var isClosed = false
  /// Who waits until it has been.
  @Footprinted(.procEntries) var waiter: Process? = nil
  /// Where it stands among the entry's openers; nil where the module is not to be told.
  @Footprinted(.procEntries) var slot: Int? = nil
  /// What the module's functions are given.
  weak var file: File?

  init(_ entry: ProcEntry, _ file: File) {
    self.entry = entry
    self.file = file
  }
}
