package import SimKernel

/// One parameter of each common type.
///
/// C: `params.c`.
package final class Params: RecordedModule {
  private var count = 1
  private var ucount: UInt32 = 2
  private var sh: Int16 = 3
  private var by: UInt8 = 4
  private var lg = 5
  private var flag = false
  private var name = "none"
  private var arr = [1, 2, 3]
  private var narr = 0
  private var str = "abc"
  private var hidden = 9
  private var wo = 8

  package static var parameters: [ModuleParameter] {
    [
      ModuleParameter.int("count", \Params.count, permissions: 0o644).described("how many"),
      .uint("ucount", \Params.ucount, permissions: 0o444),
      .short("sh", \Params.sh, permissions: 0o644), .byte("by", \Params.by, permissions: 0o644),
      .long("lg", \Params.lg, permissions: 0o644), .bool("flag", \Params.flag, permissions: 0o644),
      .charp("name", \Params.name, permissions: 0o644),
      .intArray("arr", \Params.arr, count: 3, given: \Params.narr, permissions: 0o644),
      .string("str", \Params.str, capacity: 8, permissions: 0o644),
      .int("hidden", \Params.hidden), .int("wo", \Params.wo, permissions: 0o200),
    ]
  }

  package init() {}

  package func initModule() async throws(Errno) {
    prInfo(
      "params: count=\(count) ucount=\(ucount) sh=\(sh) by=\(by) lg=\(lg) flag=\(flag ? 1 : 0) "
        + "name=\(name) arr=\(arr[0]),\(arr[1]),\(arr[2]) narr=\(narr) str=\(str) "
        + "hidden=\(hidden) wo=\(wo)\n")
  }

  package func cleanupModule() async { prInfo("params: exit count=\(count)\n") }
}
