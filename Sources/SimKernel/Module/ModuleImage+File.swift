extension ModuleImage {
  /// What a file holds, as the loader sees it; nil where that is no module.
  public init?(_ file: ModuleFile) {
    guard case .module(let type) = file.content else { return nil }
    self.init(name: ModuleFile.name(of: type), type: type)
    magic = file.magic
    versions = file.versions
    license = file.license
    isSigned = file.isSigned
  }

  /// What the module needs, with the versions that the file has.
  var imports: [ModuleImport] {
    guard case .wrong(let symbol) = versions else { return type.imports }
    var imports = type.imports
    if !imports.contains(where: { $0.name == symbol }) { imports.insert(.named(symbol), at: 0) }
    return imports.map { $0.name == symbol ? $0.wrong : $0 }
  }

  /// The entry for the layout of `struct module`, where it is wrong.
  func layoutImports(_ name: String) -> [ModuleImport] {
    versions == .wrong(symbol: name) ? [ModuleImport.named(name).wrong] : []
  }

  /// The version that it was compiled for, as `insmod` of 2.2 and 2.4 finds it; nil where it does not
  /// say.
  ///
  /// C: `kernel_version` in the modinfo.
  public func kernelVersion(on release: String) -> String? {
    vermagic(for: Vermagic(release))?.text
  }

  /// What the file says of the kernel that it was built for; nil where it says nothing.
  func vermagic(for kernel: Vermagic) -> Vermagic? {
    switch magic {
    case .own: kernel
    case .replacing(let own, let other): Vermagic(kernel.text.replacing(own, with: other))
    case .missing: nil
    }
  }

  /// What the file says of its licence; empty where it says nothing.
  public var licenseText: String {
    switch license {
    case .own: type.license
    case .patched(let text): text
    case .missing: ""
    }
  }
}

extension ModuleImport {
  /// The same symbol, compiled against another declaration.
  fileprivate var wrong: Self { versioned(version.map { ~$0 }) }
}

extension String {
  /// The text with the first place where `part` stands replaced.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    let text = Array(utf8)
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty, text.count >= wanted.count,
      let start = (0...(text.count - wanted.count)).first(where: {
        text[$0..<($0 + wanted.count)].elementsEqual(wanted)
      })
    else { return self }
    let bytes = text[..<start] + Array(other.utf8) + text[(start + wanted.count)...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
