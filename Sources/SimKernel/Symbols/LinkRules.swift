/// How a kernel generation links a module: what it offers, what it compares, whom it trusts.
struct LinkRules: Sendable {
  /// What the kernel itself exports.
  let kernel: KernelSymbols
  /// How it finds what a module needs; nil where `insmod` does.
  let symbols: SymbolRules?
  /// How it reads parameters; nil where `insmod` does.
  let parameters: ParameterRules?
  /// Which licences leave the kernel as it is.
  let licenses: LicenseRules
  /// What the architecture adds to the version magic.
  let magicWord: String
  /// Whether the kernel is built so that it can be preempted, whatever it then does.
  ///
  /// C: `CONFIG_PREEMPT_DYNAMIC`, since 5.12.
  let isAlwaysPreemptible: Bool
  /// Whether the file is judged by itself, before the module's name is: who built it, who signed it,
  /// under which licence.
  ///
  /// Before, only the licence was, and after the name.
  let judgesFileFirst: Bool
  /// The kernel's file that does it, as a report of a bug in it says.
  let sourceFile: String
  /// Where in that file a symbol that is given back and that there is not is a bug: by name, by
  /// address; of 6.1.192, else free.
  var putBugLines = (name: 688, address: 706)
  /// Whether a module can ask for another one's symbol by the names of both, without counting.
  ///
  /// C: `get_module_symbol` (2.2).
  let hasGetModuleSymbol: Bool

  /// 2.2.1: `insmod` links, and nobody asks for a licence.
  static let v2_2 = LinkRules(
    kernel: .v2_2, symbols: nil, parameters: nil, licenses: .v2_2, magicWord: "",
    isAlwaysPreemptible: false, judgesFileFirst: false, sourceFile: "module.c",
    hasGetModuleSymbol: true)
  /// 2.4.20: `insmod` links, and tells the kernel of the licence.
  static let v2_4 = LinkRules(
    kernel: .v2_4, symbols: nil, parameters: nil, licenses: .v2_4, magicWord: "",
    isAlwaysPreemptible: false, judgesFileFirst: false, sourceFile: "module.c",
    hasGetModuleSymbol: false)
  /// 2.6.24.
  static let v2_6 = LinkRules(
    kernel: .v2_6, symbols: .v2_6, parameters: .v2_6, licenses: .v2_6,
    magicWord: "686", isAlwaysPreemptible: false, judgesFileFirst: false,
    sourceFile: "kernel/module.c", hasGetModuleSymbol: false)
  /// 6.1.
  static let v6_1 = LinkRules(
    kernel: .v6_1, symbols: .v6_1, parameters: .v6_1, licenses: .v2_6, magicWord: "",
    isAlwaysPreemptible: true, judgesFileFirst: true,
    sourceFile: "kernel/module/main.c", putBugLines: (784, 805), hasGetModuleSymbol: false)
}

extension KernelVersion {
  /// How it links modules.
  var linking: LinkRules { loader.linking }
}

extension Kernel {
  /// What a module has to say of the kernel that it was built for, to be loaded here.
  ///
  /// Any context. C: `vermagic` (from 2.6 on).
  public var vermagic: Vermagic {
    var build = Vermagic.Build()
    build.isPreemptible = version.linking.isAlwaysPreemptible || mode.isPreemptible
    build.canUnload = version.configuration.unloadsModules
    build.namesVersions =
      version.linking.judgesFileFirst && version.configuration.hasModuleVersions
    build.architecture = version.linking.magicWord
    return Vermagic(release: version.release, build)
  }

  /// How symbols are found, as this kernel was configured; nil where `insmod` does it.
  var symbolRules: SymbolRules? {
    version.linking.symbols.map { rules in
      var rules = rules.with(versions: version.configuration.hasModuleVersions)
      rules.allowsForcedLoad = version.configuration.forcesLoad
      return rules
    }
  }
}
