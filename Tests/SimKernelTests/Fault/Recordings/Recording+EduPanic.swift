extension Recording {
  /// The edu kernel lies where it was linked (`edu/e03_tmr_bad_noodebug/1`).
  static let eduPanic = #"""
    Kernel panic - not syncing: Fatal exception in interrupt
    Kernel Offset: disabled
    ---[ end Kernel panic - not syncing: Fatal exception in interrupt ]---
    """#
}
