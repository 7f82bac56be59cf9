/// Which taints a generation knows, and how it writes them.
public struct TaintRules: Sendable, Hashable {
  /// A taint and its letters.
  struct Letter: Sendable, Hashable {
    let flag: TaintFlags
    /// What stands for it in an oops.
    let set: Character
    /// What stands in its place while it is not set.
    let unset: Character
    /// Whether a module can have it.
    let isOfModules: Bool
  }

  /// All that it knows, in the order in which an oops shows them.
  let letters: [Letter]
  /// Whether `/proc/modules` and an oops tell by `+` and `-` that a module is coming or going.
  let showsModuleState: Bool
  /// Whether the first taint that makes lock debugging unreliable is worth a line.
  let announcesLockDebugging: Bool
  /// Whether a bit of `/proc/sys/kernel/tainted` can be taken back by writing there.
  let canBeCleared: Bool

  /// All taints that it knows.
  var known: TaintFlags { TaintFlags(letters.map(\.flag)) }

  /// Linux 2.2: no taints.
  public static let v2_2 = TaintRules(
    letters: [], showsModuleState: false, announcesLockDebugging: false, canBeCleared: true)

  /// Linux 2.4.20.
  ///
  /// C: `print_tainted` of `kernel/panic.c`.
  public static let v2_4 = TaintRules(
    letters: letters("PF", ofModules: "PF"), showsModuleState: false,
    announcesLockDebugging: false, canBeCleared: true)

  /// Linux 2.6.24.
  public static let v2_6 = TaintRules(
    letters: letters("PFSRMBUD", ofModules: "PF"), showsModuleState: false,
    announcesLockDebugging: false, canBeCleared: false)

  /// Linux 6.1.
  ///
  /// C: `taint_flags` of `kernel/panic.c`.
  public static let v6_1 = TaintRules(
    letters: letters("PFSRMBUDAWCIOELKXTN", ofModules: "PFCOEKXTN"), showsModuleState: true,
    announcesLockDebugging: true, canBeCleared: false)

  private static func letters(_ names: String, ofModules modules: String) -> [Letter] {
    names.enumerated().map { bit, letter in
      Letter(
        flag: TaintFlags(rawValue: 1 << UInt32(bit)), set: letter, unset: bit == 0 ? "G" : " ",
        isOfModules: modules.contains(letter))
    }
  }

  /// What an oops says of a kernel with these: `Not tainted`, or `Tainted: G           OE     `,
  /// with a place for each letter.
  ///
  /// A kernel that knows no taints says nothing.
  ///
  /// C: `print_tainted`.
  public func text(of taints: TaintFlags) -> String {
    guard !letters.isEmpty else { return "" }
    guard !taints.isEmpty else { return "Not tainted" }
    return "Tainted: " + String(letters.map { taints.contains($0.flag) ? $0.set : $0.unset })
  }

  /// The letters of a module: `OE`, as in `/sys/module/NAME/taint`.
  ///
  /// C: `module_flags_taint` of 6.1.
  public func letters(ofModule taints: TaintFlags) -> String {
    String(letters.filter { $0.isOfModules && taints.contains($0.flag) }.map(\.set))
  }

  /// What stands behind a module's name in an oops: `(OE)`, `(OE+)` while it is coming, `(OE-)`
  /// while it is going, or nothing.
  ///
  /// C: `module_flags` of 6.1, `taint_flags` of 2.6.24.
  public func suffix(
    ofModule taints: TaintFlags, isComing: Bool = false, isGoing: Bool = false
  ) -> String {
    let state = showsModuleState ? isGoing ? "-" : isComing ? "+" : "" : ""
    if taints.isEmpty, state.isEmpty { return "" }
    return "(\(letters(ofModule: taints))\(state))"
  }

  /// What stands at the end of a module's line in `/proc/modules`, with a blank before it; nothing
  /// for a module without taints, whatever its state.
  ///
  /// C: `m_show`.
  public func lineEnd(
    ofModule taints: TaintFlags, isComing: Bool = false, isGoing: Bool = false
  ) -> String {
    guard !taints.isEmpty else { return "" }
    return " " + suffix(ofModule: taints, isComing: isComing, isGoing: isGoing)
  }
}
