/// A function of a module, at an address on the module's text pages.
final class ModuleFunction {
  /// What is called, and with which arguments.
  enum Body {
    case initModule(() async throws(Errno) -> Void)
    case cleanupModule(() async -> Void)
    case open((Inode, File) async throws(Errno) -> Void)
    case release((Inode, File) async throws(Errno) -> Void)
    case read((File, UserBuffer) async throws(Errno) -> Int)
    case write((File, UserBuffer) async throws(Errno) -> Int)
    case readProc((ProcPage) async throws(Errno) -> Void)
    case routine(() -> Void)
    case argument((UInt64) -> Void)
    case exported(ModuleExport)
    case setParameter(ModuleParameter.Setter)
    case getParameter(ModuleParameter.Getter)
    case notifier((ModuleState, ModuleHandle) async -> Void)
    case work(() async -> Void)
    case thread(() async -> Int)
    case llseek(FileOperations.Seek)
    case ioctl(FileOperations.Control)
    case poll(FileOperations.Poll)
    case mmap(FileOperations.Map)
    case flush(FileOperations.Flush)
  }

  let name: String
  let address: Address
  let size: UInt64
  let body: Body
  unowned let module: ModuleRecord

  init(name: String, address: Address, size: UInt64, body: Body, module: ModuleRecord) {
    self.name = name
    self.address = address
    self.size = size
    self.body = body
    self.module = module
  }

  /// Where its last instruction, its `ret`, lies.
  var returnInstruction: Address { address + (size - 1) }
}
