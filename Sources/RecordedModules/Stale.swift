package import SimKernel

/// Wrong on purpose: leaves a one-shot timer on the heap behind that points at `y_callback`.
///
/// C: `stale_y.c`.
package final class StaleY: RecordedModule {
  private var delayMs = 4000
  private lazy var timer = KernelTimer("y_callback", yCallback)

  package static var parameters: [ModuleParameter] {
    [
      .int("delay_ms", \StaleY.delayMs, permissions: 0o444)
    ]
  }
  package static let functions: [ModuleFunctionName] = [
    .text("y_callback"), .exit("m_exit"), .bss("t"), .data("delay_ms"),
  ]

  package init() {}

  private func yCallback() { prInfo("stale_y: y_callback runs\n") }

  package func initModule() async throws(Errno) {
    _ = try kmalloc(timer)
    _ = modTimer(timer, expires: jiffies + msecsToJiffies(delayMs))
    prInfo("stale_y: module base \(moduleBase), y_callback \(address(ofFunction: "y_callback"))\n")
  }

  package func cleanupModule() async { prInfo("stale_y: bye, timer left pending\n") }
}

/// Innocent: `x_function` always ends in `dump_stack`, so that the compiler takes it for cold and
/// puts it behind `m_exit`, which then begins the module's text.
///
/// C: `stale_x.c`.
package final class StaleX: RecordedModule {
  package static let functions: [ModuleFunctionName] = [
    .cold("x_function"), .exit("m_exit"), .global("x_keep"),
  ]

  package init() {}

  package func initModule() async throws(Errno) {
    prInfo("stale_x: module base \(moduleBase), x_function \(address(ofFunction: "x_function"))\n")
  }

  package func cleanupModule() async { prInfo("stale_x: bye\n") }
}

/// Innocent: an ordinary function lands exactly where `y_callback` was.
///
/// C: `stale_w.c`.
package final class StaleW: RecordedModule {
  private var calls = 0
  /// Called with whatever a caller puts into the first argument's register.
  package static let functions: [ModuleFunctionName] = [
    .text("w_function", { (m: StaleW, argument: Address) in m.wFunction(argument) }),
    .exit("m_exit"), .bss("calls"), .cold("w_function.cold"), .global("w_keep"),
  ]

  package init() {}

  private func wFunction(_ argument: Address) {
    calls += 1
    if calls < 1000 {
      printk(
        "stale_w: w_function runs (arg \(hexadecimal(argument)), call \(calls)) "
          + "- nobody in stale_w called it!\n")
    } else {
      calls = 500
    }
    if calls < 3 { dumpStack(isTailCall: true) }
  }

  package func initModule() async throws(Errno) {
    prInfo("stale_w: module base \(moduleBase), w_function \(address(ofFunction: "w_function"))\n")
  }

  package func cleanupModule() async { prInfo("stale_w: bye\n") }
}

/// Innocent: no function begins where `y_callback` was.
///
/// C: `stale_z.c`.
package final class StaleZ: RecordedModule {
  private var v: [Int32] = [3, 5]
  package static let functions: [ModuleFunctionName] = [
    .text("z_long"), .exit("m_exit"), .data("v"), .global("z_keep"),
  ]

  package init() {}

  private func zLong() -> Int32 {
    var s: Int32 = 0
    for i: Int32 in 0..<100 {
      s &+= v[0] &* i
      s ^= v[1] << (i & 7)
    }
    return s
  }

  package func initModule() async throws(Errno) {
    prInfo(
      "stale_z: module base \(moduleBase), z_long \(address(ofFunction: "z_long")) = \(zLong())\n")
  }

  package func cleanupModule() async { prInfo("stale_z: bye\n") }
}
