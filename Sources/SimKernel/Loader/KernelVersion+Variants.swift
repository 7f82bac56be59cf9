/// Kernels that differ from the four in how they load and remove modules.
extension KernelVersion {
  /// 2.5.5x, soon after modules were linked by the kernel: a forced removal forgets to say that the
  /// module is going.
  public static let v2_5_5x = v2_6.variant("2.5.55", LiveFlagLoader.v2_5_5x)
  /// 2.6.0: a module can be removed while its init runs, and then nobody wakes the remover.
  public static let v2_6_0 = v2_6.variant("2.6.0", LiveFlagLoader.v2_6_0)
  /// What was proposed and never built: unregister first, look again, and only then destroy.
  public static let twoStage = v2_6.variant("2.6.24-twostage", TwoStageLoader())

  /// Wrong on purpose, to be looked at and not to be used.
  ///
  /// It adds up the counts, and only then says that the module is going.
  public static let brokenB1SumThenSet = broken("b1", .sumsThenSets)
  /// Wrong on purpose, to be looked at and not to be used.
  ///
  /// Who takes a reference can be preempted in the middle of it.
  public static let brokenB2PreemptibleGet = broken("b2", .getsPreemptibly)
  /// Wrong on purpose, to be looked at and not to be used.
  ///
  /// It adds up the processors' counts one by one, while they change.
  public static let brokenB3CellByCell = broken("b3", .sumsCellByCell)
  /// Wrong on purpose, to be looked at and not to be used.
  ///
  /// It says that the module is going before it knows, and takes it back.
  public static let brokenB4GoingBeforeCheck = broken("b4", .goesBeforeLooking)
  /// Wrong on purpose, to be looked at and not to be used.
  ///
  /// It frees the memory while others may still be leaving.
  public static let brokenB5FreeAtOnce = broken("b5", .freesAtOnce)

  /// All of these, in order.
  public static let variants: [KernelVersion] = [
    v2_5_5x, v2_6_0, twoStage, brokenB1SumThenSet, brokenB2PreemptibleGet, brokenB3CellByCell,
    brokenB4GoingBeforeCheck, brokenB5FreeAtOnce,
  ]

  private static func broken(_ name: String, _ flaw: RemovalFlaw) -> KernelVersion {
    var loader = LiveFlagLoader.v2_6_24
    loader.flaw = flaw
    return v2_6.variant("2.6.24-broken-\(name)", loader)
  }
}
