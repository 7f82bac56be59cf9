internal import Synchronization

/// What `insmod` reads from a file: enough to make a module.
public struct ModuleImage {
  /// The name of the module, that of its file without the extension.
  public let name: String
  /// The class of the module.
  public let type: any Module.Type
  /// How many variables the class has.
  let variableCount: Int

  /// The loaded modules whose symbols it uses, as `insmod` of 2.2 and 2.4 found them.
  ///
  /// C: `deps` of 2.4. From 2.5.48 on, the kernel finds them itself.
  public var dependencies: [String] = []
  /// Whether `kmod` may remove it again: `insmod -k`.
  ///
  /// C: `MOD_AUTOCLEAN`. Only 2.2 and 2.4 look at it.
  public var isAutoclean = false
  /// Flags that no `insmod` should set, for those who want to see them refused.
  ///
  /// C: `flags` of 2.4.
  public var otherFlags: UInt32 = 0
  /// What else no `insmod` should write into the header, for those who want to see it refused.
  ///
  /// Only 2.2 and 2.4 look at it.
  public var headerMistakes: Set<HeaderMistake> = []
  /// Bytes of the `struct module` that `insmod` was built for; nil for the kernel's own.
  ///
  /// C: `size_of_struct` of 2.4.
  public var headerBytes: Int?

  /// Where `insmod` of 2.2 and 2.4 found what the module needs.
  var links: [String: Address] = [:]
  /// The values of parameters that `insmod` of 2.2 and 2.4 has written into the module's data.
  var arguments: [String] = []
  /// What it was built for.
  ///
  /// From 2.5.48 on, the kernel looks at this and what follows.
  public var magic = ModuleFile.Magic.own
  /// Its symbols' versions.
  public var versions = ModuleFile.Versions.own
  /// Its licence.
  public var license = ModuleFile.License.own
  /// Whether it was built with the kernel.
  ///
  /// C: `intree` in the modinfo.
  public var isInTree: Bool
  /// Whether a key that the kernel trusts has signed it.
  public var isSigned = false

  /// Reads a module's class, as `insmod` reads an object file.
  ///
  /// Of the first image of a class, one object is made to see which variables there are.
  public init(name: String, type: any Module.Type) {
    self.name = name
    self.type = type
    isInTree = type.isInTree
    variableCount = Self.variableCount(of: type)
  }

  /// Bytes that it needs in a kernel of 2.2 or 2.4: header, text, and data for each of its
  /// variables.
  public var size: Int { 0x60 + 0x800 + 0x100 + variableCount * 0x40 }

  private static let variableCounts = Mutex<[ObjectIdentifier: Int]>([:])

  private static func variableCount(of type: any Module.Type) -> Int {
    let identifier = ObjectIdentifier(type)
    if let count = variableCounts.withLock({ $0[identifier] }) { return count }
    let count = Mirror(reflecting: type.init()).children.count
    variableCounts.withLock { $0[identifier] = count }
    return count
  }
}
