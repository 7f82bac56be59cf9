/// What `insmod` reads from a file: enough to make a module.
public struct ModuleImage {
  /// The name of the module, that of its file without the extension.
  public let name: String
  /// The class of the module.
  public let type: any Module.Type

  /// Reads a module's class, as `insmod` reads an object file: it makes one object of it to see
  /// which variables there are.
  public init(name: String, type: any Module.Type) {
    self.name = name
    self.type = type
    let variables = Mirror(reflecting: type.init()).children.count
    size = Int(ModuleRecord.headerSize + ModuleRecord.textBytes) + 0x100 + variables * 0x40
  }

  /// Bytes that it needs in the kernel: header, text, and data for each of its variables.
  public let size: Int
}
