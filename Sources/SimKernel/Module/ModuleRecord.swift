/// A module that has memory in the kernel.
///
/// C: `struct module` (`include/linux/module.h`).
///
/// Its count and its flags or state lie in memory, in the header on its pages, where the module's own
/// code and the kernel change them.
final class ModuleRecord {
  let name: String
  /// Where its `struct module` lies: what `THIS_MODULE` and the `owner` fields hold.
  let address: Address
  /// Where its memory begins: what `/proc/modules` of 2.6 and later shows.
  let base: Address
  /// Bytes of what stays loaded.
  ///
  /// C: `size` of 2.4, `core_size` of 2.6, `core_layout.size` of 6.1.
  let size: Int
  /// Where the header's words lie.
  let header: ModuleHeader
  /// The object that holds the module's variables; nil until it has been initialised.
  @Footprinted(.modules) var instance: (any Module)? = nil
  var initFunction: ModuleFunction?
  var cleanupFunction: ModuleFunction?
  /// Everything that got an address, or was made by the module's code, so that it can be let go of.
  var structures: [ModuleStructure] = []
  /// Everything that can be called.
  var functions: [ModuleFunction] = []
  /// Where the functions lie that it lists, by their names.
  var places: [String: Address] = [:]
  /// Where each string constant lies; the same text is there once.
  var strings: [String: Address] = [:]
  /// The pages that are freed once init has run; nil where there are none any more.
  @Footprinted(.modules) var initialRegion: ModuleRegion? = nil
  /// Pages that were added, for what did not fit.
  private(set) var extraRegions: [ModuleRegion] = []

  /// The modules that use this one's symbols, most recent first.
  ///
  /// C: `refs` of 2.4, `modules_which_use_me` of 2.6, `source_list` of 6.1.
  @Footprinted(.modules) var users: [ModuleRecord] = []
  /// The modules whose symbols this one uses.
  ///
  /// C: `deps` of 2.4, `target_list` of 6.1.
  @Footprinted(.modules) var dependencies: [ModuleRecord] = []
  /// What taints the kernel about this module.
  ///
  /// C: `taints`.
  @Footprinted(.modules) var taints: TaintFlags = []
  /// What it exports.
  ///
  /// C: `syms`, `gpl_syms`.
  var exports: [SymbolEntry] = []
  /// Where the symbols lie that it needs; null for one that it can do without.
  ///
  /// C: what relocation has put into its text.
  var links: [String: Address] = [:]
  /// Its functions that set and show parameters.
  var parameterCalls: [String: ParameterCalls] = [:]
  /// Guards its parameters, in 6.1.
  ///
  /// C: `param_lock`.
  let parameterLock = SleepLock()
  /// Whether it counted its own uses where nobody should any more.
  ///
  /// C: `unsafe` of 2.6.
  var isUnsafe = false
  /// Whether the first of two stages of its removal is over.
  @Footprinted(.modules) var isOutOfUse = false
  /// Who waits for its count to become zero.
  ///
  /// C: `waiter` of 2.6.
  @Footprinted(.modules) var waiter: Process? = nil
  /// Where it stands in the list of modules; nil where it is on none.
  var listSlot: Int?
  /// An older module with the same name.
  var olderNamesake: ModuleRecord?

  private var text: ModuleRoom
  private var data: ModuleRoom
  private var initialText: ModuleRoom
  private var extra = ModuleRoom()

  /// A module whose memory has been mapped.
  init(
    _ name: String, _ plan: ModulePlan, header: ModuleHeader, at base: Address, _ initial: Address?
  ) {
    self.name = name
    self.base = base
    self.header = header
    address = base + plan.header
    size = Int(plan.core)
    text = ModuleRoom(from: base + plan.text.lowerBound, to: base + plan.text.upperBound)
    data = ModuleRoom(from: base + plan.data.lowerBound, to: base + plan.data.upperBound)
    initialText = ModuleRoom()
    guard let initial else { return }
    initialRegion = ModuleRegion(start: initial, bytes: plan.initial)
    initialText = ModuleRoom(from: initial, to: initial + plan.initialText.upperBound)
  }

  /// Every run of pages that it has.
  var regions: [ModuleRegion] {
    var regions = [ModuleRegion(start: base, bytes: UInt64(size))] + extraRegions
    if let initialRegion { regions.append(initialRegion) }
    return regions
  }

  /// Bytes that `/proc/modules` shows: what is freed after init counts until then.
  var shownSize: Int { size + Int(initialRegion?.bytes ?? 0) }

  var countAddress: Address { address + header.count }
  var stateAddress: Address { address + header.state }

  /// Room for a function; nil where the module's text is full, and the pages added since are too.
  func allocateText(_ bytes: UInt64, isInitial: Bool = false) -> Address? {
    if isInitial, let address = initialText.take(bytes, alignment: 1) { return address }
    return text.take(bytes, alignment: 1) ?? extra.take(bytes, alignment: 16)
  }

  /// Room for a variable, aligned as a compiler would; nil where there is none, as for a function.
  func allocateData(_ bytes: UInt64, alignment: UInt64 = 4) -> Address? {
    data.take(bytes, alignment: alignment) ?? extra.take(bytes, alignment: 16)
  }

  /// Adds pages; what the first `bytes` bytes leave of them is room for more.
  func add(_ region: ModuleRegion) {
    extraRegions.append(region)
    let used = region.start + (region.bytes + 15) / 16 * 16
    extra = ModuleRoom(from: used, to: max(used, region.end))
  }
}
